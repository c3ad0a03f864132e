#!/usr/bin/env bash
# Package: meyda 5.6.3 (npm).
# Guess:   making a recording 40 dB quieter shifts the first cepstral coefficient and leaves the others (log of a product), as in HTK,
#          librosa and openSMILE.
# Happens: it takes log(1 + energy), so quiet sounds are nearly linear: all coefficients shrink towards 0, the shape with them.
# Seen:    second coefficient of a 1 kHz tone at 0.5: 14.8157, at 0.005: 0.484124
# Matters: MFCC from the browser's side and from a recording's peak level are not comparable; normalising by mean and deviation does not
#          repair it.
. "$(dirname "$0")/lib/node.sh"
node_program meyda@5.6.3 <<'JS'
import Meyda from 'meyda';

Meyda.bufferSize = 512;
Meyda.sampleRate = 16000;
const tone = amplitude => Float32Array.from({ length: 512 }, (_, index) => amplitude * Math.sin(2 * Math.PI * 1000 * index / 16000));
const mfcc = amplitude => Meyda.extract('mfcc', tone(amplitude));
const loud = mfcc(0.5);
const quiet = mfcc(0.005);
show('first three at amplitude 0.5', loud.slice(0, 3));
show('first three at amplitude 0.005', quiet.slice(0, 3));
expect(Math.abs(quiet[1]) < 0.1 * Math.abs(loud[1]), 'the second coefficient no longer depends on the level');
JS
