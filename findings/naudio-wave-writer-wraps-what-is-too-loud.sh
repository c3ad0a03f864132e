#!/usr/bin/env bash
# Package: NAudio.Core 3.3.0 (NuGet).
# Guess:   a float sample above full scale is clipped when it is written as 16-bit PCM, as ffmpeg does.
# Happens: WaveFileWriter.WriteSample wraps it round: a little too loud becomes the opposite extreme, a click at full level.
# Seen:    written 1.5 reads back -0.500061, -1.5 reads back 0.500061
# Matters: a gain or a mix in augmentation puts loud clicks into quiet features; clamp before writing.
. "$(dirname "$0")/lib/csharp.sh"
csharp NAudio.Core 3.3.0 <<'CS'
using NAudio.Wave;

var path = Path.Combine(AppContext.BaseDirectory, "loud.wav");
using (var file = File.Create(path))
using (var writer = new WaveFileWriter(file, new WaveFormat(16000, 16, 1)))
{
    writer.WriteSample(1.5f);
    writer.WriteSample(-1.5f);
    writer.WriteSample(0.5f);
}

using var reader = new WaveFileReader(path);
var samples = new float[3];
Expect(reader.ToSampleProvider().Read(samples) == 3, "three samples written are no longer three samples read");
Show("1.5, -1.5 and 0.5 read back as", samples);
Expect(Near(samples[0], -0.5, 1e-3) && Near(samples[1], 0.5, 1e-3), "samples above full scale no longer wrap round");
CS
