using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Mpuc;

namespace Samples.Physiology.Signals;

/// <summary>
/// A CSV table with a header: a column of times and a column for each signal. An empty cell is no sample, so signals may have rates of
/// their own.
/// </summary>
internal static class SignalFile
{
    private static readonly CsvConfiguration Strict = new(CultureInfo.InvariantCulture)
    {
        TrimOptions = TrimOptions.Trim,
        DetectDelimiter = false,
    };

    /// <summary>Reads signals.</summary>
    /// <param name="path">The file.</param>
    /// <param name="timeColumn">The column of times, in seconds from any origin.</param>
    /// <param name="names">The signals' columns; empty for all others.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The signals, times counted from the first row.</returns>
    /// <exception cref="MpucException">The file is not there, or no such table.</exception>
    public static IReadOnlyList<Signal> Read(
        string path, string timeColumn, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        try
        {
            using var csv = new CsvReader(new StreamReader(path), Strict);
            if (!csv.Read() || !csv.ReadHeader())
            {
                throw new MpucException($"'{path}' is empty; its first row must name a column '{timeColumn}' and one for each signal.");
            }

            var header = csv.HeaderRecord!;
            var columns = SignalColumns.Find(path, header, timeColumn, names);
            while (csv.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                columns.Add(csv.Parser.Record!, csv.Parser.Row);
            }

            return columns.ToSignals();
        }
        catch (CsvHelperException e)
        {
            throw new MpucException(
                $"'{path}' is no CSV table that can be read: "
                    + $"{e.Message.ReplaceLineEndings(" ").Split(" IReader state")[0].TrimEnd('.', ' ')}.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MpucException(
                Path.Exists(path)
                    ? $"'{path}' cannot be read: {e.Message}"
                    : $"There is no file '{path}'; it must be a CSV table with a column '{timeColumn}'.",
                e);
        }
    }
}
