namespace Mpuc.Plugins.Text.Vectors;

/// <summary>Takes the words of a file of word vectors, one after the other.</summary>
internal interface IWordVectorSink
{
    /// <summary>Takes a word; of a word that comes twice the first vector counts.</summary>
    /// <param name="word">The word in UTF-8, at least one byte.</param>
    /// <param name="vector">Its vector, finite, as wide as the first word's.</param>
    void Add(ReadOnlySpan<byte> word, ReadOnlySpan<float> vector);
}
