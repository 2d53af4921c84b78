// The neighbour of the deck writer: the same twenty slides by PptxGenJS, over and over in one process.
// Arguments: the deck as JSON, how many rounds to warm up, how many to measure. Prints the milliseconds of each round.
const fs = require('fs');
const PptxGenJS = require('pptxgenjs');

const deck = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const warm = Number(process.argv[3]);
const rounds = Number(process.argv[4]);

function text(pptx, slide, content) {
  const lines = content.bullets.map((bullet) => ({
    text: bullet.text,
    options: { bullet: true, indentLevel: bullet.level, breakLine: true },
  }));
  slide.addText(lines, { x: 0.8, y: 1.5, w: 11.6, h: 5, fontSize: 22, fontFace: '微软雅黑', valign: 'top' });
}

function table(pptx, slide, content) {
  const head = content.head.map((cell) => ({
    text: cell,
    options: { bold: true, color: 'FFFFFF', fill: { color: '1F5FBF' } },
  }));
  slide.addTable([head, ...content.rows], { x: 0.8, y: 1.5, w: 11.6, fontSize: 16, fontFace: '微软雅黑' });
}

function chart(pptx, slide, content) {
  const kinds = { column: pptx.charts.BAR, bar: pptx.charts.BAR, line: pptx.charts.LINE, pie: pptx.charts.PIE };
  const data = content.series.map((one) => ({ name: one.name, labels: content.categories, values: one.values }));
  const barDir = content.kind === 'bar' ? 'bar' : 'col';
  slide.addChart(kinds[content.kind], data, { x: 0.8, y: 1.5, w: 11.6, h: 5, barDir, showLegend: true });
}

async function write() {
  const pptx = new PptxGenJS();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = deck.title;
  pptx.defineSlideMaster({
    title: 'CONTENT',
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0.55, w: 0.4, h: 0.5, fill: { color: '1F5FBF' } } },
      { placeholder: { options: { name: 'title', type: 'title', x: 0.8, y: 0.4, w: 11.6, h: 0.8 }, text: '' } },
    ],
    slideNumber: { x: 12.4, y: 7.0 },
  });
  for (const content of deck.slides) {
    const slide = pptx.addSlide({ masterName: 'CONTENT' });
    slide.addText(content.title, { placeholder: 'title' });
    ({ text, table, chart })[content.type](pptx, slide, content);
    slide.addNotes(content.notes);
  }
  return pptx.write({ outputType: 'nodebuffer' });
}

(async () => {
  let bytes = 0;
  for (let i = 0; i < warm + rounds; i++) {
    const start = process.hrtime.bigint();
    bytes = (await write()).length;
    const millis = Number(process.hrtime.bigint() - start) / 1e6;
    if (i >= warm) {
      console.log(millis.toFixed(3));
    }
  }
  console.error(bytes + ' bytes');
})();
