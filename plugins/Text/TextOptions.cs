using Mpuc.Plugins.Text.Frames;
using Mpuc.Plugins.Text.Reading;

namespace Mpuc.Plugins.Text;

/// <summary>
/// The options of the text encoder. The paper's 30 frames on CMU-MOSEI, one per word, are <c>{ "timeAxis": "words", "frameRate": 10 }</c>
/// with windows of 3 s; its vectors are GloVe's of 300 numbers, <c>"vectors": "glove.840B.300d.txt"</c>.
/// </summary>
/// <param name="Vectors">The name of registered word vectors or a file's path.</param>
/// <param name="Reading">How transcripts are read.</param>
/// <param name="Frames">How words become frames.</param>
internal sealed record TextOptions(string Vectors, ReadingOptions Reading, FrameOptions Frames)
{
    private static readonly Option<string> VectorsOption = Option.Weights(
        "vectors",
        TextConstants.DefaultVectors,
        "Word vectors: a registered name, or the path of a GloVe or word2vec text file or of winkNLP's JSON, plain or in gzip.");

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new([VectorsOption, .. FrameOptions.Options, .. ReadingOptions.Options]);

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static TextOptions From(OptionValues values) =>
        new(values.Get(VectorsOption), ReadingOptions.From(values), FrameOptions.From(values));
}
