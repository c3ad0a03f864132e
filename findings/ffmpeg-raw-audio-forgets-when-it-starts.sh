#!/usr/bin/env bash
# Package: ffmpeg 7:5.1.9-0+deb12u1 (Debian 12; the version found is printed).
# Guess:   samples piped out of a video begin at the video's time 0; where the audio track starts later, silence comes first, as it does
#          when the file is played.
# Happens: raw output (and WAV) begins with the track's first sample: the start is dropped and the voice is early by that much against the
#          frames.
# Seen:    audio of 1.5 s that starts at 0.5 s, 16 kHz: 24000 samples; with -af aresample=first_pts=0: 32000
# Matters: windows of voice and face that should be simultaneous are shifted, and nothing in the bytes tells.
. "$(dirname "$0")/lib/ffmpeg.sh"
samples() { echo $(($(ffmpeg -v error -nostdin -i "$work/late.mkv" -vn "$@" -f s16le - | wc -c) / 2)); }

ffmpeg -v error -nostdin -f lavfi -i testsrc=d=2:r=25:s=64x64 -itsoffset 0.5 -f lavfi -i "sine=440:r=16000:d=1.5" -map 0:v -map 1:a \
    -c:v mpeg4 -c:a pcm_s16le "$work/late.mkv"
plain=$(samples)
aligned=$(samples -af aresample=first_pts=0)
echo "samples of the pipe: $plain; with aresample=first_pts=0: $aligned"
[ "$plain" -eq 24000 ] || fail "the pipe no longer begins with the track's first sample."
[ "$aligned" -eq 32000 ] || fail "first_pts=0 no longer fills the time before the track."
