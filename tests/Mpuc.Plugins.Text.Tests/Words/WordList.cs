using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Tests.Words;

/// <summary>A vocabulary whose rows are the places in a list.</summary>
internal sealed class WordList(params string[] words) : IVocabulary
{
    public int Find(string word) => Array.IndexOf(words, word);
}
