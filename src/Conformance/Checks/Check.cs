namespace Mpuc.Conformance.Checks;

/// <summary>A promise of the contract.</summary>
/// <typeparam name="T">What it is tried on.</typeparam>
/// <param name="Name">Its name for programs.</param>
/// <param name="Sentence">The promise as a sentence.</param>
/// <param name="Try">Returns where the promise is kept, and throws where it is not.</param>
internal sealed record Check<T>(string Name, string Sentence, Action<T> Try);
