package studio.mofang.desktop.publish;

/// How the five platforms' own apps set what they show, as far as a preview needs it. A phone's page is light in both
/// themes of the studio.
final class PhoneStyle {
    static final String CSS = """
            * { box-sizing: border-box; }
            html { overflow-x: hidden; }
            body { margin: 0; color: #1a1a1a; background: #fff; overflow-x: hidden; -webkit-font-smoothing: antialiased;
              font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; word-wrap: break-word; }
            ::-webkit-scrollbar { width: 4px; height: 4px; }
            ::-webkit-scrollbar-thumb { background: rgba(0,0,0,.18); border-radius: 2px; }
            a { color: #576b95; text-decoration: none; pointer-events: none; }
            img { max-width: 100%; }
            .over { color: #d1242f; background: #ffe3e3; text-decoration: line-through; }
            .wrong { outline: 3px solid #d1242f; outline-offset: -3px; min-width: 120px; min-height: 60px; }
            .topic { color: #13386c; }
            .headline { margin: 0 0 12px; font-size: 22px; line-height: 1.4; font-weight: bold; }
            .wechat { padding: 16px 16px 40px; }
            .share { display: flex; margin: 0 0 22px; padding: 12px; background: #f7f7f7; border-radius: 8px; }
            .share > div { flex: 1; min-width: 0; }
            .share b { display: block; font-size: 15px; line-height: 1.4; font-weight: normal; }
            .share p { margin: 4px 0 0; font-size: 12px; line-height: 1.45; color: #8a8a8a; }
            .cover { width: 58px; height: 58px; margin-left: 12px; object-fit: cover; border-radius: 4px; }
            span.cover { display: block; padding: 10px 6px; font-size: 15px; line-height: 19px; text-align: center; color: #fff;
              background: #2f5d7c; }
            .meta { margin: 0 0 22px; font-size: 14px; color: #8a8a8a; }
            .meta span, .meta a { margin-right: 10px; }
            .meta i { font-style: normal; }
            body.headline { margin: 0; padding: 18px 18px 40px; font-size: 17px; font-weight: normal; line-height: 1.75; }
            body.headline .meta { display: flex; align-items: center; }
            body.headline .meta em { width: 36px; height: 36px; margin-right: 10px; border-radius: 18px; background: #f1d5cf; }
            body.headline .meta a { display: block; color: #222; line-height: 1.3; }
            body.headline .meta i { font-size: 12px; }
            body.headline .article h2, body.headline .article h3 { font-size: 19px; line-height: 1.45; }
            body.headline .article blockquote { margin: 0 0 16px; padding: 0 14px; color: #707070; border-left: 3px solid #ddd; }
            body.headline .article pre { padding: 12px; overflow-x: auto; font-size: 13px; background: #f6f6f6; white-space: nowrap; }
            body.headline .article table { border-collapse: collapse; font-size: 14px; }
            body.headline .article th, body.headline .article td { padding: 6px 8px; border: 1px solid #ddd; }
            body.headline .article img + section { font-size: 13px; color: #999; text-align: center; }
            .note { position: relative; padding-bottom: 40px; }
            .reel { display: flex; height: 500px; overflow-x: auto; overflow-y: hidden; background: #f5f5f5; }
            .reel img { width: 375px; min-width: 375px; height: 500px; object-fit: contain; }
            .waiting { width: 100%; margin: 0; padding-top: 232px; text-align: center; color: #999; }
            .count { position: absolute; top: 14px; right: 14px; padding: 1px 10px; font-size: 12px; color: #fff;
              background: rgba(0,0,0,.45); border-radius: 12px; }
            .note h1 { margin: 16px 16px 8px; font-size: 18px; line-height: 1.45; }
            .note .text { margin: 0 16px; font-size: 15px; line-height: 1.65; }
            .video { height: 100vh; color: #fff; background: #161823; overflow: hidden; }
            .screen { position: relative; height: 100vh; background: linear-gradient(#20232f, #161823 55%, #0b0c12); }
            .play { position: absolute; top: 30%; left: 0; right: 0; text-align: center; color: rgba(255,255,255,.62); }
            .play b { display: block; width: 64px; height: 64px; margin: 0 auto 14px; border: 2px solid rgba(255,255,255,.4);
              border-radius: 32px; font-size: 24px; line-height: 60px; font-weight: normal; }
            .side { position: absolute; right: 14px; bottom: 120px; width: 34px; text-align: center; }
            .side i { display: block; margin-top: 22px; font-size: 26px; line-height: 1; font-style: normal; color: rgba(255,255,255,.92); }
            .words { position: absolute; left: 16px; right: 66px; bottom: 24px; max-height: 46%; overflow-y: auto; }
            .words h1 { margin: 4px 0; font-size: 16px; line-height: 1.45; }
            .words p { margin: 0; font-size: 14px; line-height: 1.55; color: rgba(255,255,255,.9); }
            .video .topic { color: #fff; font-weight: bold; }
            """;

    private PhoneStyle() {}
}
