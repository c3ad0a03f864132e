using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;

namespace Mpuc.Conformance.Checks;

/// <summary>What an encoder refuses, and how it says so.</summary>
internal static class RefusalChecks
{
    public static IReadOnlyList<Check<EncoderTrial>> All { get; } =
    [
        new("refusal.missing", "a file that is not there is refused by name", RefusesMissing),
        new("refusal.empty", "an empty file is refused by name", RefusesEmpty),
        new("refusal.folder", "a folder in place of a file is refused", RefusesFolder),
        new("refusal.samples", "what the author says is bad is refused by name", RefusesSamples),
        new("refusal.damaged", "a damaged file is read or refused in a sentence, never anything else", SurvivesDamage),
        new("refusal.options", "every choice, switch and least value makes an encoder or is refused in a sentence", RefusesOptions),
    ];

    private static void RefusesMissing(EncoderTrial trial) => Refuses(trial, With(trial, "not-there"), "a missing file");

    private static void RefusesEmpty(EncoderTrial trial) =>
        InFolder(folder => Refuses(trial, Written(trial, folder, "empty", []), "an empty file"));

    private static void RefusesFolder(EncoderTrial trial) => InFolder(folder =>
    {
        var source = With(trial, "folder", folder);
        Directory.CreateDirectory(source.Path);
        Refuses(trial, source, "a folder");
    });

    private static void RefusesSamples(EncoderTrial trial)
    {
        foreach (var source in trial.Samples.Refused)
        {
            Refuses(trial, source, $"'{Path.GetFileName(source.Path)}'");
        }
    }

    private static void SurvivesDamage(EncoderTrial trial) => InFolder(folder =>
    {
        var bytes = File.ReadAllBytes(trial.Recordings[0].Path);
        var noise = new byte[Math.Min(bytes.Length, 4096)];
        new Random(5).NextBytes(noise);
        Survives(trial, Written(trial, folder, "half", bytes[..(bytes.Length / 2)]), "the first half of a recording");
        Survives(trial, Written(trial, folder, "noise", noise), "random bytes");
        var scratched = (byte[])bytes.Clone();
        noise.AsSpan(0, noise.Length / 4).CopyTo(scratched.AsSpan(scratched.Length / 3));
        Survives(trial, Written(trial, folder, "scratched", scratched), "a recording with random bytes in its middle");
    });

    private static void RefusesOptions(EncoderTrial trial)
    {
        foreach (var (what, options) in OptionVariations.Of(trial.Descriptor.Options, trial.Samples.Options, trial.Samples.Folder))
        {
            try
            {
                (trial.CreateEncoder(options) as IDisposable)?.Dispose();
            }
            catch (Exception e) when (e is not MpucException)
            {
                throw new NonconformanceException($"With {what} no encoder can be made, and no MpucException says so: {Fault.Describe(e)}");
            }
        }
    }

    private static void Refuses(EncoderTrial trial, ModalitySource source, string what)
    {
        var encoder = trial.CreateEncoder();
        Promise.Refuses(() => EncoderTrial.Read(encoder, source).Dispose(), what, Path.GetFileName(source.Path));
    }

    private static void Survives(EncoderTrial trial, ModalitySource source, string what)
    {
        var encoder = trial.CreateEncoder();
        try
        {
            using var sequence = EncoderTrial.Read(encoder, source);
            ReadingChecks.Require(sequence, Path.GetFileName(source.Path));
        }
        catch (MpucException)
        {
            // Refused in a sentence, as it should be.
        }
        catch (Exception e) when (e is not NonconformanceException)
        {
            throw new NonconformanceException($"For {what} it must throw an MpucException or give frames, but threw {Fault.Describe(e)}");
        }
    }

    // A source like the samples' own, but another file.
    private static ModalitySource With(EncoderTrial trial, string name, string? folder = null)
    {
        var like = trial.Recordings[0];
        return new ModalitySource(Path.Combine(folder ?? Path.GetTempPath(), name + Path.GetExtension(like.Path))) { Key = like.Key };
    }

    private static ModalitySource Written(EncoderTrial trial, string folder, string name, byte[] content)
    {
        var source = With(trial, name, folder);
        File.WriteAllBytes(source.Path, content);
        return source;
    }

    private static void InFolder(Action<string> act)
    {
        var folder = Directory.CreateTempSubdirectory("mpuc-conformance-");
        try
        {
            act(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
