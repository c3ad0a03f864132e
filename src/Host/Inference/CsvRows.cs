using System.Globalization;
using CsvHelper;

namespace Mpuc.Host.Inference;

/// <summary>Writes rows of cells as CSV.</summary>
internal static class CsvRows
{
    /// <summary>Writes rows as they come.</summary>
    public static void Write(Stream output, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions(), leaveOpen: true);
        foreach (var cells in rows.Prepend(header))
        {
            foreach (var cell in cells)
            {
                csv.WriteField(cell);
            }

            csv.EndRecord();
        }
    }

    /// <summary>A number as a cell that reads back as the same number, whatever the language of the machine.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
