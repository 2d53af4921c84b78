package studio.mofang.server.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.NALUnitType;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.codecs.h264.io.write.CAVLCWriter;
import org.jcodec.codecs.h264.io.write.SliceHeaderWriter;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.io.BitWriter;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Packet.FrameType;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/// H.264 for pictures that stand still: each is coded once, as a key frame, and then repeated by frames that
/// say "as before" for every block. Such a frame is a few bytes and costs nothing, so a video has its
/// regular 25 frames a second at the price of its slides. Source: ITU-T H.264, 7.3.3 and 7.3.4
/// (`mb_skip_run`).
final class StillEncoder {
    private static final int REFERENCE = 2;
    private static final int BT_709 = 1;
    private static final int ANY_FORMAT = 5;

    private final Encoder encoder = new Encoder();
    private final MuxerTrack track;
    private final Size size;
    private final ByteBuffer buffer;
    private long frames;

    StillEncoder(MP4Muxer muxer, int width, int height) {
        size = new Size(width, height);
        track = muxer.addVideoTrack(Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J));
        buffer = ByteBuffer.allocate(width * height * 3);
    }

    /// Shows the picture for so many frames.
    void show(BufferedImage picture, int count) throws IOException {
        buffer.clear();
        add(encoder.encodeIDRFrame(Yuv.of(picture), buffer), FrameType.KEY);
        for (int frame = 1; frame < count; frame++) {
            add(repeated(frame), FrameType.INTER);
        }
    }

    private void add(ByteBuffer data, FrameType type) throws IOException {
        track.addFrame(Packet.createPacket(data, frames, Timing.FRAMES_A_SECOND, 1, frames, type, null));
        frames++;
    }

    private ByteBuffer repeated(int frame) {
        var sps = encoder.initSPS(size);
        var header = new SliceHeader();
        header.sliceType = SliceType.P;
        header.sps = sps;
        header.pps = encoder.initPPS();
        header.frameNum = frame % (1 << sps.log2MaxFrameNumMinus4 + 4);
        header.picOrderCntLsb = (frame << 1) % (1 << sps.log2MaxPicOrderCntLsbMinus4 + 4);
        var bits = new BitWriter(ByteBuffer.allocate(64));
        SliceHeaderWriter.write(header, false, REFERENCE, bits);
        CAVLCWriter.writeUE(bits, (sps.picWidthInMbsMinus1 + 1) * (sps.picHeightInMapUnitsMinus1 + 1));
        bits.write1Bit(1);
        bits.flush();
        var slice = bits.getBuffer();
        slice.flip();
        var unit = ByteBuffer.allocate(128);
        unit.putInt(1);
        new NALUnit(NALUnitType.NON_IDR_SLICE, REFERENCE).write(unit);
        H264Utils.escapeNAL(slice, unit);
        unit.flip();
        return unit;
    }

    /// Text and soft grounds show every coarse step, and each slide is coded but once: so finely.
    private static final class Fine implements RateControl {
        private static final int STEP = 10;

        @Override
        public int startPicture(Size pictures, int maxSize, SliceType type) {
            return STEP;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }

    /// Says in which colours its frames are to be read: players guess otherwise, and guess differently.
    private static final class Encoder extends H264Encoder {
        Encoder() {
            super(new Fine());
        }

        @Override
        public SeqParameterSet initSPS(Size pictures) {
            var sps = super.initSPS(pictures);
            var vui = new VUIParameters();
            vui.videoSignalTypePresentFlag = true;
            vui.videoFormat = ANY_FORMAT;
            vui.colourDescriptionPresentFlag = true;
            vui.colourPrimaries = BT_709;
            vui.transferCharacteristics = BT_709;
            vui.matrixCoefficients = BT_709;
            vui.timingInfoPresentFlag = true;
            vui.numUnitsInTick = 1;
            vui.timeScale = 2 * Timing.FRAMES_A_SECOND;
            vui.fixedFrameRateFlag = true;
            sps.vuiParams = vui;
            return sps;
        }

        @Override
        public PictureParameterSet initPPS() {
            return super.initPPS();
        }
    }
}
