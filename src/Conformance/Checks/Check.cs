namespace Mpuc.Conformance.Checks;

/// <summary>A promise of the contract.</summary>
/// <param name="Try">Returns where the promise is kept, and throws where it is not.</param>
internal sealed record Check<T>(string Name, string Sentence, Action<T> Try);
