#!/usr/bin/env bash
# Package: ffmpeg 7:5.1.9-0+deb12u1 (Debian 12; the version found is printed).
# Guess:   `-ac 1 -f f32le` and `-ac 1 -f s16le` give the same sound: one is the other divided by 32768.
# Happens: the mixing matrix is scaled down against clipping for integers only: from stereo the floats are 1.41 times as large (3 dB),
#          from 5.1 a voice in the centre channel 3.41 times (11 dB).
# Seen:    peak in thousandths, stereo: s16le 749, f32le 1060; 5.1: s16le 219, f32le 749
# Matters: features of a stereo recording depend on the sample format of the pipe, and differ by 3 dB from those of the same voice in
#          mono.
. "$(dirname "$0")/lib/ffmpeg.sh"
make() { ffmpeg -v error -nostdin -f lavfi -i "sine=440:r=16000:d=1" -af "volume=6,$2" -c:a pcm_s16le "$work/$1.wav"; }
int16() { ffmpeg -v error -nostdin -i "$work/$1.wav" -ac 1 -f s16le - | od -An -v -w2 -t d2 | peak 32768; }
float() { ffmpeg -v error -nostdin -i "$work/$1.wav" -ac 1 -f f32le - | od -An -v -w4 -t f4 | peak 1; }
peak() { awk -v full="$1" '{ v = $1 < 0 ? -$1 : $1; if (v > most) most = v } END { printf "%d", 1000 * most / full }'; }

make stereo 'pan=stereo|c0=c0|c1=c0'
make surround 'pan=5.1|FC=c0'
stereo=($(int16 stereo) $(float stereo))
surround=($(int16 surround) $(float surround))
echo "peak in thousandths, stereo: s16le ${stereo[0]}, f32le ${stereo[1]}; 5.1: s16le ${surround[0]}, f32le ${surround[1]}"
[ $((stereo[1] * 100 / stereo[0])) -eq 141 ] || fail "stereo to mono has the same level in both formats, or another ratio than 1.41."
[ $((surround[1] * 100 / surround[0])) -ge 340 ] || fail "5.1 to mono has the same level in both formats, or another ratio than 3.41."
