using System.CommandLine;
using System.Net;
using System.Runtime.CompilerServices;
using Mpuc.Host.Inference;
using Mpuc.Host.Logging;
using Mpuc.Host.Plugins.Swapping;
using Mpuc.Host.Runs;
using Mpuc.Host.Serving;
using Mpuc.Host.Serving.Model;
using Mpuc.Weights;
using Serilog;

namespace Mpuc.Host.Cli;

/// <summary>The command <c>mpuc serve</c>: a model behind HTTP, with a page for people.</summary>
internal static class ServeCommand
{
    private static readonly ServeOptions Defaults = new();

    private static readonly System.CommandLine.Option<int> Port = Number(
        "--port", Defaults.Port, "The port to listen at; 0 for any that is free.", "P");

    private static readonly System.CommandLine.Option<string> Host = new("--host")
    {
        Description = "The address to listen at; any but the machine's own needs a token.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => Defaults.Address.ToString(),
    };

    private static readonly System.CommandLine.Option<string?> TokenFile = new("--token-file")
    {
        Description = $"A file with the token that callers must show, else the variable {TokenVariable}.",
        HelpName = "FILE",
    };

    private static readonly System.CommandLine.Option<double> Megabytes = Number(
        "--max-megabytes", Defaults.MaxBytes / 1048576.0, "The greatest size of an upload, in MiB.", "N");

    private static readonly System.CommandLine.Option<double> Seconds = Number(
        "--max-seconds", Defaults.MaxSeconds, "The greatest length of a recording, in seconds.", "N");

    private static readonly System.CommandLine.Option<int> Concurrency = Number(
        "--concurrency", Defaults.Concurrency, "Recordings that are worked on at once.", "N");

    private static readonly System.CommandLine.Option<int> Queue = Number(
        "--queue", Defaults.Queue, "Uploads that may wait besides; more are refused with 503.", "N");

    private static readonly System.CommandLine.Option<double> Timeout = Number(
        "--timeout", Defaults.Timeout.TotalSeconds, "Seconds that an upload may take, and the work on it.", "N");

    private const string TokenVariable = "MPUC_SERVE_TOKEN";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new ExampleCommand(
            "serve",
            "Serve a bundle over HTTP, with a page that shows what the model feels of a video and why. Ctrl+C ends it when all have "
                + "their answers.",
            "mpuc serve ravdess.zip --port 8080\ncurl --form file=@clip.mp4 http://127.0.0.1:8080/v1/predict")
        {
            SharedOptions.Bundle,
            Port,
            Host,
            TokenFile,
            Megabytes,
            Seconds,
            Concurrency,
            Queue,
            Timeout,
            SharedOptions.Set,
        };
        command.SetAction((parsed, cancellationToken) => ServeAsync(context, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> ServeAsync(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Options(context, parsed);
        options.Check();
        using var log = Loggers.Structured();
        using var model = Open(context, parsed, log, out var watch);
        var server = await ModelServer.StartAsync(model, options, log);
        await using (server)
        {
            _ = watch is null ? Task.CompletedTask : model.WatchAsync(watch, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(server.Address.ToString());
            await parsed.InvocationConfiguration.Output.FlushAsync(CancellationToken.None);
            await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            using var finishing = FinishingWork.Begin(options.Timeout + options.Timeout + TimeSpan.FromSeconds(5));
            log.Information("Stopping: no new requests, and those that are inside get their answers.");
            await server.StopAsync();
        }

        return 0;
    }

    // Not inlined, so that no local of the caller keeps what plugins made that are replaced later.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SwappedModel Open(CommandContext context, ParseResult parsed, ILogger log, out FolderWatch? watch)
    {
        var first = Load(takesOtherVersions: false);
        watch = first is { WatchesPlugins: true, Plugins: { } plugins } ? new FolderWatch(plugins.Folders, TimeProvider.System) : null;
        return new SwappedModel(ServedGeneration.Of(first), () => ServedGeneration.Of(Load(takesOtherVersions: true)), log);

        MpucModel Load(bool takesOtherVersions) => MpucModel.Load(
            parsed.GetRequiredValue(SharedOptions.Bundle),
            parsed.GetRequiredValue(SharedOptions.Set),
            context.Environment,
            context.OpenCatalog,
            log,
            keepsRecordings: false,
            takesOtherVersions);
    }

    private static ServeOptions Options(CommandContext context, ParseResult parsed) => new()
    {
        Address = parsed.GetRequiredValue(Host) is var host && IPAddress.TryParse(host == "localhost" ? "127.0.0.1" : host, out var address)
            ? address : throw new MpucException($"--host must be an IP address such as 127.0.0.1 or 0.0.0.0, not '{host}'."),
        Port = parsed.GetValue(Port),
        Token = Token(context, parsed.GetValue(TokenFile)),
        MaxBytes = Clamp(parsed.GetValue(Megabytes) * 1048576),
        MaxSeconds = parsed.GetValue(Seconds),
        Concurrency = parsed.GetValue(Concurrency),
        Queue = parsed.GetValue(Queue),
        Timeout = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(Timeout), 0, 1e6)),
    };

    private static long Clamp(double bytes) => (long)Math.Clamp(bytes, 0, 1L << 40);

    private static string? Token(CommandContext context, string? file) =>
        file is null ? context.Environment.GetValueOrDefault(TokenVariable)
        : RegularFile.Exists(file) ? File.ReadAllText(file).Trim()
        : throw new MpucException($"There is no regular file '{file}' to read the token from.");

    private static System.CommandLine.Option<T> Number<T>(string name, T value, string description, string help) =>
        new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => value };
}
