using System.CommandLine;
using Mpuc.Host.Reporting.FeatureMaps;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Reporting.Protocols;
using Mpuc.Host.Reporting.Runs;
using Mpuc.Host.Runs;
using Mpuc.Weights;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc report</c>: one HTML file of a run, a comparison or a cross-validation.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> Folder = new("RUN")
    {
        Description = "The folder of a run, or of what 'mpuc compare' or 'mpuc crossval' has written.",
    };

    private static readonly System.CommandLine.Option<string?> Output = new("--output", "-o")
    {
        Description = "The file to write; report.html in the folder itself by default.", HelpName = "FILE",
    };

    private static readonly System.CommandLine.Option<bool> NoMap = new("--no-map")
    {
        Description = "Leave out the map of a run's features, for which its recordings are encoded again.",
    };

    private static readonly Lazy<ReportAssets> Assets = new(ReportAssets.BuiltIn);

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "report",
            "Write one HTML file with a run's curves, accuracies, confusions, retrieval and map of features, or a comparison's table; "
                + "it needs no network.",
            "mpuc report runs/ravdess --output report.html\nmpuc report runs/ravdess-table --output table.html")
        {
            Folder,
            Output,
            NoMap,
            SharedOptions.Set,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(Folder);
            var output = Check(folder, parsed.GetValue(Output));
            if (ProtocolFiles.IsOne(folder))
            {
                Write(output, Protocol(folder));
            }
            else
            {
                WriteRun(
                    context,
                    RunDirectory.Open(folder),
                    output,
                    !parsed.GetValue(NoMap),
                    parsed.GetRequiredValue(SharedOptions.Set),
                    parsed,
                    cancellationToken);
            }

            parsed.InvocationConfiguration.Output.WriteLine(output);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Writes a run's report.</summary>
    /// <param name="sets">Settings that override the run's own, for the map.</param>
    internal static void WriteRun(
        CommandContext context,
        RunDirectory directory,
        string output,
        bool isMapped,
        IReadOnlyList<string> sets,
        ParseResult parsed,
        CancellationToken cancellationToken)
    {
        var files = RunFiles.Read(directory);
        var (map, missing) = isMapped ? Map(context, directory, sets, parsed, cancellationToken) : (null, null);
        Write(output, RunReport.Of(files, map, missing, Assets.Value.Library is not null, DateTimeOffset.UtcNow));
    }

    private static string Check(string folder, string? output)
    {
        if (!Directory.Exists(folder))
        {
            throw new MpucException(
                File.Exists(folder)
                    ? $"{folder} is a file; a report is made of the folder that 'mpuc train', 'mpuc compare' or 'mpuc crossval' has "
                        + "written."
                    : $"There is no folder {folder}; a report is made of what 'mpuc train', 'mpuc compare' or 'mpuc crossval' has "
                        + "written.");
        }

        var path = Path.GetFullPath(output ?? Path.Combine(folder, "report.html"));
        return Directory.Exists(path) ? throw new MpucException(
            $"{output} is a folder; the report is a file, such as --output {Path.Combine(output!, "report.html")}.")
            : Directory.Exists(Path.GetDirectoryName(path)) ? path
            : throw new MpucException($"There is no folder {Path.GetDirectoryName(path)} to write {Path.GetFileName(path)} to.");
    }

    private static ReportPage Protocol(string folder)
    {
        var files = ProtocolFiles.Read(folder);
        return files.Command == "compare" ? ComparisonReport.Of(files, Assets.Value.Library is not null, DateTimeOffset.UtcNow)
            : CrossValidationReport.Of(files, Assets.Value.Library is not null, DateTimeOffset.UtcNow);
    }

    // A run's page is worth having where its data or plugins are out of reach; the page says why the map is missing.
    private static (FeatureMap? Map, Missing? Missing) Map(
        CommandContext context, RunDirectory directory, IReadOnlyList<string> sets, ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            using var opened = OpenedRun.Open(context, directory, sets);
            return (
                FeatureMapBuilder.Build(opened.Run, ProgressLines.Reading(parsed.InvocationConfiguration.Error), cancellationToken), null);
        }
        catch (MpucException exception)
        {
            return (null, new Missing(
                $"There is no map of the features: {exception.Message} Once that is mended (--set data.root=FOLDER where the data have "
                    + "moved):",
                $"mpuc report {ReportText.Shell(directory.Path)}"));
        }
    }

    private static void Write(string output, ReportPage page)
    {
        try
        {
            AtomicFile.WriteText(output, page.ToHtml(Assets.Value));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"{output} cannot be written: {exception.Message.TrimEnd('.')}.", exception);
        }
    }
}
