using System.Globalization;

namespace Mpuc;

/// <summary>
/// One setting: its name, type, default, range and description, from which the host reads JSON, reports errors and writes a JSON Schema.
/// Declare options in static fields with the factories below and read them with <see cref="OptionValues.Get{T}"/>; nothing is found by
/// reflection, so nothing of a plugin outlives its unloading.
/// </summary>
public abstract class Option
{
    private protected Option(string name, OptionKind kind, bool isList, string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        (Name, Kind, IsList, Description) = (name, kind, isList, description);
    }

    /// <summary>The key in JSON, lower camel case.</summary>
    public string Name { get; }

    /// <summary>The value's type, or the element's where <see cref="IsList"/>.</summary>
    public OptionKind Kind { get; }

    /// <summary>Whether the value is a list.</summary>
    public bool IsList { get; }

    /// <summary>One sentence with the unit, for people and for the JSON Schema.</summary>
    public string Description { get; }

    /// <summary>The least value allowed, for each element of a list.</summary>
    public double? Minimum { get; internal init; }

    /// <summary>The greatest value allowed, for each element of a list.</summary>
    public double? Maximum { get; internal init; }

    /// <summary>The values allowed, where they are a fixed set.</summary>
    public IReadOnlyList<string>? Choices { get; internal init; }

    /// <summary>The value where the configuration has none; null where it must have one or where none means "not set".</summary>
    public abstract object? DefaultValue { get; }

    /// <summary>Whether the configuration must set the option.</summary>
    public bool IsRequired { get; internal init; }

    /// <summary>A whole number.</summary>
    /// <param name="name">The key.</param>
    /// <param name="defaultValue">The default.</param>
    /// <param name="description">One sentence with the unit.</param>
    /// <param name="minimum">The least value allowed.</param>
    /// <param name="maximum">The greatest value allowed.</param>
    /// <returns>The option.</returns>
    public static Option<int> Integer(
        string name, int defaultValue, string description, int minimum = int.MinValue, int maximum = int.MaxValue) =>
        new(name, OptionKind.Integer, false, defaultValue, description) { Minimum = minimum, Maximum = maximum };

    /// <summary>A finite number.</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<double> Number(
        string name, double defaultValue, string description, double minimum = double.MinValue, double maximum = double.MaxValue) =>
        new(name, OptionKind.Number, false, defaultValue, description) { Minimum = minimum, Maximum = maximum };

    /// <summary>A switch.</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<bool> Boolean(string name, bool defaultValue, string description) =>
        new(name, OptionKind.Boolean, false, defaultValue, description);

    /// <summary>A free text.</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<string> Text(string name, string defaultValue, string description) =>
        new(name, OptionKind.Text, false, defaultValue, description);

    /// <summary>A free text that the configuration must set.</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<string> RequiredText(string name, string description) =>
        new(name, OptionKind.Text, false, null, description) { IsRequired = true };

    /// <summary>One of a fixed set.</summary>
    /// <param name="name">The key.</param>
    /// <param name="defaultValue">The default, one of the choices.</param>
    /// <param name="choices">The values allowed.</param>
    /// <param name="description">One sentence.</param>
    /// <returns>The option.</returns>
    public static Option<string> Choice(string name, string defaultValue, IReadOnlyList<string> choices, string description) =>
        new(name, OptionKind.Text, false, defaultValue, description) { Choices = [.. choices] };

    /// <summary>One value of an enumeration; read it with <see cref="OptionValues.GetChoice{TChoice}"/>.</summary>
    /// <typeparam name="TChoice">The enumeration, whose every value may be chosen.</typeparam>
    /// <param name="name">The key.</param>
    /// <param name="defaultValue">The default.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="names">The values' names in JSON, in the order of the values; null for their own in lower camel case.</param>
    /// <returns>The option.</returns>
    /// <exception cref="ArgumentException">There are more or fewer names than values.</exception>
    public static Option<string> Choice<TChoice>(
        string name, TChoice defaultValue, string description, IReadOnlyList<string>? names = null)
        where TChoice : struct, Enum
    {
        var values = Enum.GetValues<TChoice>();
        var choices = names ?? [.. values.Select(value => ToLowerCamelCase(value.ToString()))];
        return choices.Count == values.Length
            ? Choice(name, choices[Array.IndexOf(values, defaultValue)], choices, description)
            : throw new ArgumentException($"'{name}' has {choices.Count} names for {values.Length} values.", nameof(names));
    }

    /// <summary>One of a fixed set, which the configuration must set.</summary>
    /// <param name="name">The key.</param>
    /// <param name="choices">The values allowed.</param>
    /// <param name="description">One sentence.</param>
    /// <returns>The option.</returns>
    public static Option<string> RequiredChoice(string name, IReadOnlyList<string> choices, string description) =>
        new(name, OptionKind.Text, false, null, description) { Choices = [.. choices], IsRequired = true };

    /// <summary>A path of a file or folder; the empty default means "none".</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<string> Path(string name, string defaultValue, string description) =>
        new(name, OptionKind.Path, false, defaultValue, description);

    /// <summary>
    /// Pretrained weights: the name of a <see cref="PretrainedWeights"/>, or a file's path; what <see cref="IWeightsStore.Locate"/> takes.
    /// </summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<string> Weights(string name, string defaultValue, string description) =>
        new(name, OptionKind.Weights, false, defaultValue, description);

    /// <summary>A list of whole numbers.</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<IReadOnlyList<int>> Integers(
        string name, IReadOnlyList<int> defaultValue, string description, int minimum = int.MinValue, int maximum = int.MaxValue) =>
        new(name, OptionKind.Integer, true, [.. defaultValue], description) { Minimum = minimum, Maximum = maximum };

    /// <summary>A list of finite numbers.</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<IReadOnlyList<double>> Numbers(
        string name,
        IReadOnlyList<double> defaultValue,
        string description,
        double minimum = double.MinValue,
        double maximum = double.MaxValue) =>
        new(name, OptionKind.Number, true, [.. defaultValue], description) { Minimum = minimum, Maximum = maximum };

    /// <summary>A list of texts.</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<IReadOnlyList<string>> Texts(string name, IReadOnlyList<string> defaultValue, string description) =>
        new(name, OptionKind.Text, true, [.. defaultValue], description);

    /// <summary>A list of paths.</summary>
    /// <inheritdoc cref="Integer"/>
    public static Option<IReadOnlyList<string>> Paths(string name, IReadOnlyList<string> defaultValue, string description) =>
        new(name, OptionKind.Path, true, [.. defaultValue], description);

    /// <summary>Says what would be right, such as <c>a whole number from 1 to 4096</c> or <c>one of sgd, adamw</c>.</summary>
    /// <returns>A noun phrase for an error message.</returns>
    public string DescribeAllowed()
    {
        if (Choices is not null)
        {
            return (IsList ? "a list of " : "one of ") + string.Join(", ", Choices);
        }

        var noun = (Kind, IsList) switch
        {
            (OptionKind.Integer, false) => "a whole number",
            (OptionKind.Integer, true) => "a list of whole numbers",
            (OptionKind.Number, false) => "a number",
            (OptionKind.Number, true) => "a list of numbers",
            (OptionKind.Boolean, _) => "true or false",
            (OptionKind.Text, false) => "a text",
            (OptionKind.Text, true) => "a list of texts",
            (OptionKind.Path, false) => "a path",
            (OptionKind.Weights, _) => "the name of registered weights or a path",
            _ => "a list of paths",
        };
        return noun + DescribeRange();
    }

    /// <summary>Checks a value's range or choice, not its type.</summary>
    /// <param name="value">A value of the option's type, or an element where that is a list.</param>
    /// <returns>Whether the option allows it.</returns>
    public bool Allows(object value) => value switch
    {
        int number => AllowsNumber(number),
        double number => AllowsNumber(number),
        string text => Choices is null || Choices.Contains(text, StringComparer.Ordinal),
        IReadOnlyList<int> numbers => numbers.All(number => AllowsNumber(number)),
        IReadOnlyList<double> numbers => numbers.All(AllowsNumber),
        IReadOnlyList<string> texts => Choices is null || texts.All(text => Choices.Contains(text, StringComparer.Ordinal)),
        _ => true,
    };

    private static string ToLowerCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private bool AllowsNumber(double number) => double.IsFinite(number) && number >= (Minimum ?? number) && number <= (Maximum ?? number);

    private string DescribeRange()
    {
        var (least, most) = (Bound(Minimum, int.MinValue, double.MinValue), Bound(Maximum, int.MaxValue, double.MaxValue));
        return (least, most) switch
        {
            (null, null) => string.Empty,
            (not null, null) => $" of at least {least}",
            (null, not null) => $" of at most {most}",
            _ => $" from {least} to {most}",
        };
    }

    private static string? Bound(double? bound, int openInteger, double openNumber) =>
        bound is null || bound == openInteger || bound == openNumber ? null : bound.Value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>An option with the type of its value.</summary>
/// <typeparam name="T">
/// <c>int</c>, <c>double</c>, <c>bool</c>, <c>string</c>, or an <c>IReadOnlyList</c> of the first, second or fourth.
/// </typeparam>
public sealed class Option<T> : Option
{
    internal Option(string name, OptionKind kind, bool isList, T? defaultValue, string description)
        : base(name, kind, isList, description) => Default = defaultValue;

    /// <summary>The value where the configuration has none.</summary>
    public T? Default { get; }

    /// <inheritdoc/>
    public override object? DefaultValue => Default;
}
