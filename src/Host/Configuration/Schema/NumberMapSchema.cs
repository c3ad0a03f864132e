namespace Mpuc.Host.Configuration.Schema;

/// <summary>An object from names to numbers, such as the weights of pairs; it may be empty.</summary>
/// <param name="names">The names allowed; null for every pair of names, where the configuration that decides is not known.</param>
internal sealed class NumberMapSchema(string description, IReadOnlyList<string>? names, double minimum, double maximum)
    : SettingsSchema(description)
{
    /// <summary>What a pair of names looks like, as a regular expression.</summary>
    public const string PairPattern = "^[A-Za-z][A-Za-z0-9_-]{0,63}>[A-Za-z][A-Za-z0-9_-]{0,63}$";

    /// <summary>The names allowed; null for every pair of names.</summary>
    public IReadOnlyList<string>? Names { get; } = names;

    /// <summary>The option for one of the names.</summary>
    public Option<double> OptionFor(string name) => Option.Number(name, Math.Clamp(1, minimum, maximum), Description, minimum, maximum);
}
