using System.CommandLine;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Host.Reporting;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc predict</c>: classes of recordings, with what each modality contributed.</summary>
internal static class PredictCommand
{
    private static readonly System.CommandLine.Option<bool> Csv = new("--csv") { Description = "Print CSV." };

    private static readonly System.CommandLine.Option<string[]> Modalities = new("--modalities")
    {
        Description = "The modalities to use, separated by commas, which recordings must have; by default all that each has.",
        HelpName = "NAMES",
        DefaultValueFactory = _ => [],
    };

    private static readonly System.CommandLine.Option<bool> Timeline = new("--timeline")
    {
        Description = "Judge window by window as well.",
    };

    private static readonly System.CommandLine.Option<bool> Subsets = new("--subsets")
    {
        Description = "Judge by every subset of the modalities as well (JSON).",
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "predict",
            "Judge recordings with a bundle, whichever of its modalities they have; past those that cannot be read. A table on a "
                + "terminal, else JSON Lines.",
            "mpuc predict ravdess.zip clip.wav --json\nmpuc predict bundle recordings/ --timeline --csv\nfind . -name '*.mp4' | mpuc "
                + "predict bundle -")
        {
            SharedOptions.Bundle,
            SharedOptions.Inputs,
            SharedOptions.Kind,
            Modalities,
            Timeline,
            SharedOptions.Hop,
            Subsets,
            Quarantine.File,
            SharedOptions.Set,
            SharedOptions.Json,
            Csv,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Predict(context, parsed, cancellationToken)));
        return command;
    }

    private static int Predict(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Options(parsed);
        using var model = MpucModel.Load(
            parsed.GetRequiredValue(SharedOptions.Bundle),
            parsed.GetRequiredValue(SharedOptions.Set),
            context.Environment,
            context.OpenCatalog,
            context.Log.Logger);
        model.Check(options);
        var failures = new ToleratedFailures(model.BatchSize);
        var written = new OutputExclusions([Quarantine.PathOf(parsed), .. StandardStreams.Files]);
        var recordings = failures.Find(
            InputPaths.Of(parsed.GetRequiredValue(SharedOptions.Inputs)), parsed.GetValue(SharedOptions.Kind), context.Log.Logger, written);
        Write(
            parsed,
            model,
            failures.Run(recordings, batch => model.PredictAsync(batch, options, cancellationToken).GetAwaiter().GetResult()),
            options);
        return Quarantine.Report(parsed, failures.Quarantined, recordings.Count, "judged");
    }

    private static PredictionOptions Options(ParseResult parsed)
    {
        var options = new PredictionOptions
        {
            Modalities =
            [
                .. parsed.GetRequiredValue(Modalities).SelectMany(names =>
                    names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            ],
            Timeline = parsed.GetValue(Timeline),
            Hop = SharedOptions.HopOf(parsed, Timeline),
            Subsets = parsed.GetValue(Subsets),
        };
        return parsed.GetValue(SharedOptions.Json) && parsed.GetValue(Csv) ? throw new MpucException(
            "--json and --csv exclude each other; choose one.")
            : options.Subsets && !IsJson(parsed) ? throw new MpucException(
                "--subsets is printed in JSON alone, neither in CSV nor in a table; use --json.")
            : options;
    }

    private static bool IsJson(ParseResult parsed) =>
        parsed.GetValue(SharedOptions.Json) || (!parsed.GetValue(Csv) && !TerminalOutput.IsTerminal(parsed.InvocationConfiguration.Output));

    private static void Write(ParseResult parsed, MpucModel model, IEnumerable<Prediction> predictions, PredictionOptions options)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (IsJson(parsed))
        {
            foreach (var prediction in predictions)
            {
                output.WriteLine(PredictionText.ToJson(prediction));
            }
        }
        else if (parsed.GetValue(Csv))
        {
            using var buffer = new MemoryStream();
            PredictionText.WriteCsv(buffer, model, predictions, options.Timeline);
            output.Write(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        }
        else
        {
            PredictionText.WriteTable(TerminalOutput.Console(output), predictions);
        }
    }
}
