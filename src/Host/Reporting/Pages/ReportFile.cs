using System.Text.Json;
using Mpuc.Weights;

namespace Mpuc.Host.Reporting.Pages;

/// <summary>Reads what a report is made of, and says of a file that cannot be read what is wrong.</summary>
internal static class ReportFile
{
    /// <summary>Reads a file that must be there.</summary>
    /// <exception cref="MpucException">It cannot be read or is damaged.</exception>
    public static T Read<T>(string path, Func<string, T?> parse)
        where T : class
    {
        try
        {
            RegularFile.Require(path);
            return parse(File.ReadAllText(path)) ?? throw new JsonException("it holds nothing");
        }
        catch (JsonException exception)
        {
            throw new MpucException($"{path} is damaged, or of another version of mpuc: {exception.Message.TrimEnd('.')}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"{path} cannot be read: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    /// <summary>Reads a file that may be missing; one that is damaged is as good as missing.</summary>
    /// <param name="problem">Why it could not be read; null where it could, or does not exist.</param>
    /// <returns>What it holds; null where there is nothing to read.</returns>
    public static T? ReadIfThere<T>(string path, Func<string, T?> parse, out string? problem)
        where T : class
    {
        problem = null;
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return Read(path, parse);
        }
        catch (MpucException exception)
        {
            problem = exception.Message;
            return null;
        }
    }
}
