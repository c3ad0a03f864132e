using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Sinks.SystemConsole.Themes;

namespace Mpuc.Host.Logging;

/// <summary>
/// How the program's log looks: short lines for people on standard error, coloured on a terminal and plain elsewhere, and everything with
/// its time in a run's log file. Standard output is left to results.
/// </summary>
internal static class Loggers
{
    /// <summary>The template of a message with all that belongs to it but its time and level.</summary>
    public const string Content = "{Message:lj}{NewLine}{Exception}";

    private const string FileTemplate = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] " + Content;

    /// <summary>Makes a logger for people on standard error.</summary>
    /// <param name="verbose">Whether they see debug messages and the traces of exceptions.</param>
    public static LoggerConfiguration ToPeople(bool verbose)
    {
        var trace = verbose ? "{Exception}" : string.Empty;
        return new LoggerConfiguration()
            .WriteTo.Logger(messages => ToConsole(messages, "{Message:lj}{NewLine}" + trace)
                .MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Information)
                .Filter.ByExcluding(entry => entry.Level > LogEventLevel.Information))
            .WriteTo.Logger(problems => ToConsole(problems, "{Level:w}: {Message:lj}{NewLine}" + trace)
                .MinimumLevel.Warning());
    }

    /// <summary>Creates a logger that writes to a file.</summary>
    /// <returns>The logger; dispose it to close the file.</returns>
    /// <exception cref="MpucException">The file cannot be written.</exception>
    public static Logger ToFile(string file)
    {
        CheckWritable(file);
        return new LoggerConfiguration().MinimumLevel.Debug()
            .WriteTo.File(file, outputTemplate: FileTemplate, formatProvider: CultureInfo.InvariantCulture, fileSizeLimitBytes: null)
            .CreateLogger();
    }

    /// <summary>Creates a logger for servers: a JSON object a line on standard error.</summary>
    public static Logger Structured() => new LoggerConfiguration()
        .WriteTo.Console(new JsonFormatter(renderMessage: true), standardErrorFromLevel: LogEventLevel.Verbose)
        .CreateLogger();

    private static LoggerConfiguration ToConsole(LoggerConfiguration logger, string template) => logger.WriteTo.Console(
        outputTemplate: template,
        formatProvider: CultureInfo.InvariantCulture,
        standardErrorFromLevel: LogEventLevel.Verbose,
        theme: Console.IsErrorRedirected ? ConsoleTheme.None : AnsiConsoleTheme.Literate);

    // The sink itself would stay silent about a file that it cannot open.
    private static void CheckWritable(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"{file}: the log cannot be written; {exception.Message}", exception);
        }
    }
}
