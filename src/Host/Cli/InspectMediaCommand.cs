using System.CommandLine;
using System.Globalization;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Inference;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Mpuc.Host.Reporting.Previews;
using Mpuc.Weights;
using Serilog;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc inspect-media</c>: shows a person what the encoders see of a recording.</summary>
internal static class InspectMediaCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "A recording's file; several, such as a video and its transcript, are shown together.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly System.CommandLine.Option<string?> Configuration = new("--config")
    {
        Description = "Show the modalities of this configuration; else every installed one that reads the file, with its defaults.",
        HelpName = "CONFIG",
    };

    private static readonly System.CommandLine.Option<string> Output = new("--output", "-o")
    {
        Description = "The PNG picture to write.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "inspection.png",
    };

    private static readonly System.CommandLine.Option<int> Frames = new("--frames")
    {
        Description = "Frames of a video to show, at most, 1 to 32.",
        HelpName = "N",
        DefaultValueFactory = _ => 8,
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "inspect-media",
            "Draw what each modality's encoder sees of a recording: faces, landmarks, spectrogram, words.",
            "mpuc inspect-media clip.mp4 --output strip.png\nmpuc inspect-media clip.mp4 clip.txt --frames 12")
        {
            Files,
            Configuration,
            SharedOptions.Set,
            Frames,
            Output,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await InspectAsync(context, parsed, cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task InspectAsync(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var frames = parsed.GetValue(Frames);
        var output = Path.GetFullPath(parsed.GetRequiredValue(Output));
        var files = parsed.GetRequiredValue(Files).Select(Path.GetFullPath).ToList();
        Check(files, output, frames);
        var log = context.Log.Logger;
        var sets = parsed.GetRequiredValue(SharedOptions.Set);
        var rows = new List<SheetRow>();
        if (parsed.GetValue(Configuration) is { } path)
        {
            using var loaded = context.Load(path, sets);
            rows.AddRange(
                await ShowAsync([.. loaded.Configuration.Modalities.Select(loaded.Catalog.Create)], files, frames, log, cancellationToken));
        }
        else if (sets.Length > 0)
        {
            throw new MpucException("--set overrides a configuration's settings, so it needs --config.");
        }
        else
        {
            var catalog = context.OpenCatalog(new PluginOptions());
            using var owner = catalog as IDisposable;
            rows.AddRange(await ShowAsync(DefaultModalities.ThatRead(files, catalog), files, frames, log, cancellationToken));
        }

        if (rows.Count == 0)
        {
            throw new MpucException($"No modality can show anything of {string.Join(", ", files.Select(file => $"'{file}'"))}.");
        }

        PreviewSheet.Write(output, string.Join(", ", files.Select(Path.GetFileName)), rows);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(output);
    }

    private static void Check(IReadOnlyList<string> files, string output, int frames)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new MpucException($"There is no file '{missing}'.");
        }

        files.ToList().ForEach(RegularFile.Require);
        if (!output.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || !Directory.Exists(Path.GetDirectoryName(output)))
        {
            throw new MpucException($"'{output}' cannot be written: --output must be a .png file in a folder that exists.");
        }

        if (frames is < 1 or > 32)
        {
            throw new MpucException(
                string.Create(CultureInfo.InvariantCulture, $"--frames must be a whole number from 1 to 32, not {frames}."));
        }
    }

    /// <summary>Asks every modality; one that cannot read the recording is reported, and the others are shown.</summary>
    private static async Task<List<SheetRow>> ShowAsync(
        IReadOnlyList<Modality> modalities, IReadOnlyList<string> files, int frames, ILogger log, CancellationToken cancellationToken)
    {
        // One recording, whatever its files are called.
        var recording = new UnlabelledRecording(
            "recording",
            string.Empty,
            files.GroupBy(file => Path.GetExtension(file).ToLowerInvariant())
                .ToDictionary(type => type.Key, type => new ModalitySource(type.First()), StringComparer.Ordinal));
        var rows = new List<SheetRow>();
        foreach (var modality in modalities)
        {
            if (SourceReader.SourceOf(recording, modality) is not { } source)
            {
                log.Information("{Modality:l}: reads none of the files.", modality.Name);
            }
            else if (modality.Preview is null)
            {
                log.Information("{Modality:l}: its encoder has nothing to show.", modality.Name);
            }
            else
            {
                try
                {
                    rows.Add(new SheetRow(modality.Name, await modality.Preview(source, frames, cancellationToken)));
                }
                catch (MpucException exception) when (modalities.Count > 1)
                {
                    log.Warning("{Modality:l}: {Problem:l}", modality.Name, exception.Message);
                }
            }
        }

        return rows;
    }
}
