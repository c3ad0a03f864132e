#!/usr/bin/env bash
# Package: NAudio.Core 3.3.0 and, beside it, NWaves 0.9.6 (NuGet).
# Guess:   a resampler from 44.1 to 16 kHz keeps a 7 kHz tone and removes one at 10 kHz, so its log-mel features match those of ffmpeg or
#          librosa.
# Happens: WdlResamplingSampleProvider takes 12 dB off at 7 kHz and lets 10 kHz through, folded to 6 kHz, 26 dB down.
# Seen:    a tone of 0.5 at 7 kHz comes out as 0.126849, at 10 kHz as 0.0255575; NWaves' Resampler: 0.498291 and 2.4e-06
# Matters: the upper mel bands of fricatives would differ from the training data's by more than speakers do; decode by ffmpeg at the rate
#          needed.
. "$(dirname "$0")/lib/csharp.sh"
csharp NAudio.Core 3.3.0 NWaves 0.9.6 <<'CS'
using NAudio.Wave.SampleProviders;
using NWaves.Operations;
using NWaves.Signals;

double Wdl(double frequency)
{
    var tone = new SignalGenerator(44100, 1) { Frequency = frequency, Gain = 0.5, Type = SignalGeneratorType.Sin };
    var resampler = new WdlResamplingSampleProvider(tone, 16000);
    var samples = new float[16000];
    resampler.Read(samples);
    return samples.Skip(1000).Take(10000).Max();
}

double Waves(double frequency)
{
    var samples = Enumerable.Range(0, 44100).Select(at => (float)(0.5 * Math.Sin(2 * Math.PI * frequency * at / 44100)));
    return new Resampler().Resample(new DiscreteSignal(44100, samples), 16000).Samples.Skip(1000).Take(10000).Max();
}

Show("NAudio at 7 and 10 kHz", Wdl(7000), Wdl(10000));
Show("NWaves at 7 and 10 kHz", Waves(7000), Waves(10000));
Expect(Wdl(7000) < 0.2, "NAudio keeps 7 kHz now");
Expect(Wdl(10000) > 0.01, "NAudio removes 10 kHz now");
Expect(Waves(7000) > 0.49 && Waves(10000) < 1e-4, "NWaves no longer does both");
CS
