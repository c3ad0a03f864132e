namespace Mpuc.Plugins.Text.Words;

/// <summary>The words that have a vector.</summary>
internal interface IVocabulary
{
    /// <summary>Finds a word as it is spelled.</summary>
    /// <param name="word">The word.</param>
    /// <returns>The row of its vector; -1 where it has none.</returns>
    int Find(string word);
}
