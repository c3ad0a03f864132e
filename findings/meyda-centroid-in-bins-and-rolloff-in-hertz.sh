#!/usr/bin/env bash
# Package: meyda 5.6.3 (npm).
# Guess:   the spectral features of one package share a unit: centroid and roll-off of a 1 kHz tone are both about 1000 Hz, as in librosa
#          and openSMILE.
# Happens: the centroid is a bin number that does not know the sample rate, the roll-off is in hertz.
# Seen:    1 kHz tone of 512 samples: centroid 32.0016 at 16 kHz and at 44.1 kHz (told), roll-off 1035.29 and 2853.53
# Matters: stacked as features they differ by a factor of 31 that changes with frame length; scale before comparing with openSMILE's
#          tables.
. "$(dirname "$0")/lib/node.sh"
node_program meyda@5.6.3 <<'JS'
import Meyda from 'meyda';

Meyda.bufferSize = 512;
const tone = Float32Array.from({ length: 512 }, (_, index) => 0.5 * Math.sin(2 * Math.PI * 1000 * index / 16000));
const at = (rate, feature) => {
    Meyda.sampleRate = rate;
    return Meyda.extract(feature, tone);
};
const centroid = [at(16000, 'spectralCentroid'), at(44100, 'spectralCentroid')];
const rolloff = [at(16000, 'spectralRolloff'), at(44100, 'spectralRolloff')];
show('centroid, told 16 and 44.1 kHz', centroid);
show('roll-off, told 16 and 44.1 kHz', rolloff);
expect(centroid[0] === centroid[1] && Math.abs(centroid[0] - 32) < 0.1, 'the centroid is in hertz now');
expect(Math.abs(rolloff[0] - 1035) < 5 && rolloff[1] > 2.5 * rolloff[0], 'the roll-off is no longer in hertz');
JS
