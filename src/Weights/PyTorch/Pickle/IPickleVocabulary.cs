namespace Mpuc.Weights.PyTorch.Pickle;

/// <summary>What a pickle may say besides plain data. Everything that this does not know is refused.</summary>
internal interface IPickleVocabulary
{
    /// <summary>Whether a pickle may name a function or class.</summary>
    /// <param name="name">The module and the name, such as <c>torch._utils._rebuild_tensor_v2</c>.</param>
    bool Knows(string name);

    /// <summary>Gives the result of a call.</summary>
    /// <param name="function">A name that <see cref="Knows"/> let pass.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The result; null where the call is not one that is read.</returns>
    object? Call(PickleGlobal function, object?[] arguments);

    /// <summary>Gives what a persistent id stands for.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The object; null where the id is not one that is read.</returns>
    object? Find(object? id);
}
