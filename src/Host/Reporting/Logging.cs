using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Sinks.SystemConsole.Themes;

namespace Mpuc.Host.Reporting;

/// <summary>
/// Where the program's log goes: short lines for people on standard error, coloured on a terminal and plain elsewhere, and everything with its time in
/// the run's log file. Standard output is left to results.
/// </summary>
public static class Logging
{
    private const string FileTemplate = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {Message:lj}{NewLine}{Exception}";

    /// <summary>Creates a logger.</summary>
    /// <param name="verbose">Whether people see debug messages and the traces of exceptions.</param>
    /// <param name="logFile">The log file, which is appended to; null for none.</param>
    /// <returns>The logger; dispose it to close the file.</returns>
    /// <exception cref="MpucException">The log file cannot be written.</exception>
    public static Logger Create(bool verbose, string? logFile)
    {
        var trace = verbose ? "{Exception}" : string.Empty;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Debug()
            .WriteTo.Logger(messages => ToConsole(messages, "{Message:lj}{NewLine}" + trace)
                .MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Information)
                .Filter.ByExcluding(entry => entry.Level > LogEventLevel.Information))
            .WriteTo.Logger(problems => ToConsole(problems, "{Level:w}: {Message:lj}{NewLine}" + trace)
                .MinimumLevel.Warning());
        return (logFile is null ? configuration : ToFile(configuration, logFile)).CreateLogger();
    }

    /// <summary>Makes a logger that keeps what it passes on to another one.</summary>
    /// <param name="log">The other logger; stays its owner's.</param>
    /// <param name="logFile">The log file, which is appended to.</param>
    /// <returns>The logger; dispose it to close the file.</returns>
    /// <exception cref="MpucException">The log file cannot be written.</exception>
    public static Logger WithFile(ILogger log, string logFile) =>
        ToFile(new LoggerConfiguration().MinimumLevel.Debug().WriteTo.Logger(log), logFile).CreateLogger();

    /// <summary>Creates a logger for servers: a JSON object a line on standard error.</summary>
    /// <returns>The logger.</returns>
    public static Logger Structured() => new LoggerConfiguration()
        .WriteTo.Console(new JsonFormatter(renderMessage: true), standardErrorFromLevel: LogEventLevel.Verbose)
        .CreateLogger();

    private static LoggerConfiguration ToFile(LoggerConfiguration logger, string file)
    {
        CheckWritable(file);
        return logger.WriteTo.File(file, outputTemplate: FileTemplate, formatProvider: CultureInfo.InvariantCulture, fileSizeLimitBytes: null);
    }

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
