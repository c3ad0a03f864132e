using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets;

/// <summary>Reads one layout of data set.</summary>
public interface IDatasetReader
{
    /// <summary>The layout's name in configurations, such as <c>manifest</c>.</summary>
    string Kind { get; }

    /// <summary>The layout's own options, the section <c>data.options</c>.</summary>
    OptionSchema Options { get; }

    /// <summary>Finds the recordings. Reads tables and file names, not the recordings themselves.</summary>
    /// <param name="data">Where the data lie.</param>
    /// <param name="options">Values of <see cref="Options"/>.</param>
    /// <returns>The data set, with warnings about missing parts.</returns>
    /// <exception cref="MpucException">The data are missing, empty or damaged; the message names the file and line.</exception>
    Dataset Read(DataOptions data, OptionValues options);
}
