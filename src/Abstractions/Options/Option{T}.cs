namespace Mpuc;

/// <summary>An option with the type of its value.</summary>
/// <typeparam name="T"><c>int</c>, <c>double</c>, <c>bool</c>, <c>string</c>, or an <c>IReadOnlyList</c> of the first, second or fourth.</typeparam>
public sealed class Option<T> : Option
{
    internal Option(string name, OptionKind kind, bool isList, T? defaultValue, string description)
        : base(name, kind, isList, description) => Default = defaultValue;

    /// <summary>The value where the configuration has none.</summary>
    public T? Default { get; }

    /// <inheritdoc/>
    public override object? DefaultValue => Default;
}
