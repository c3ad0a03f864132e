using System.Text.Json.Nodes;

namespace Mpuc;

/// <summary>Checked values for a schema's options, defaults filled in. Immutable.</summary>
public sealed class OptionValues
{
    private readonly Dictionary<string, object> _set;

    /// <summary>Checks values against a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="values">
    /// The values that are set, by key, each of its option's type (<c>int</c>, <c>double</c>, <c>bool</c>, <c>string</c> or a read-only
    /// list).
    /// </param>
    /// <exception cref="MpucException">
    /// A key is unknown, a value has another type or lies out of range, or a required one is missing.
    /// </exception>
    public OptionValues(OptionSchema schema, IReadOnlyDictionary<string, object>? values = null)
    {
        Schema = schema;
        _set = new Dictionary<string, object>(values ?? new Dictionary<string, object>(), StringComparer.Ordinal);
        foreach (var (name, value) in _set)
        {
            var option = schema.Find(name)
                ?? throw new MpucException(
                    $"There is no option '{name}'; there are {string.Join(", ", schema.Options.Select(known => known.Name))}.");
            if (!IsOfType(option, value) || !option.Allows(value))
            {
                throw new MpucException($"'{name}' must be {option.DescribeAllowed()}.");
            }
        }

        if (schema.Options.FirstOrDefault(option => option.IsRequired && !_set.ContainsKey(option.Name)) is { } missing)
        {
            throw new MpucException($"'{missing.Name}' is missing; it must be {missing.DescribeAllowed()}.");
        }
    }

    /// <summary>What the values were checked against.</summary>
    public OptionSchema Schema { get; }

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The option's type.</typeparam>
    /// <param name="option">An option of <see cref="Schema"/>.</param>
    /// <returns>The value that is set, or the default.</returns>
    /// <exception cref="ArgumentException">The schema declares no such option.</exception>
    public T Get<T>(Option<T> option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return Schema.Find(option.Name) is not Option<T>
            ? throw new ArgumentException($"The schema declares no option '{option.Name}' of this type.", nameof(option))
            : _set.TryGetValue(option.Name, out var value) ? (T)value : option.Default!;
    }

    /// <summary>Reads one value of an enumeration.</summary>
    /// <typeparam name="TChoice">The enumeration.</typeparam>
    /// <param name="option">An option that <see cref="Option.Choice{TChoice}"/> made.</param>
    /// <returns>The value that is set, or the default.</returns>
    /// <exception cref="ArgumentException">The schema declares no such option, or its choices are not those of the enumeration.</exception>
    public TChoice GetChoice<TChoice>(Option<string> option)
        where TChoice : struct, Enum
    {
        var (name, values, choices) = (Get(option), Enum.GetValues<TChoice>(), option.Choices);
        return choices?.Count == values.Length
            ? values[choices.ToList().IndexOf(name)]
            : throw new ArgumentException($"The choices of '{option.Name}' are not those of {typeof(TChoice).Name}.", nameof(option));
    }

    /// <summary>Whether the configuration sets the option.</summary>
    /// <param name="option">An option of <see cref="Schema"/>.</param>
    /// <returns>False where the default serves.</returns>
    public bool IsSet(Option option) => _set.ContainsKey(option.Name);

    /// <summary>All values, defaults included, in the schema's order: what a manifest records and what a hash is taken of.</summary>
    /// <returns>A JSON object.</returns>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var option in Schema.Options)
        {
            json[option.Name] = ToJson(_set.GetValueOrDefault(option.Name) ?? option.DefaultValue);
        }

        return json;
    }

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        int number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        IReadOnlyList<int> list => new JsonArray([.. list.Select(item => (JsonNode)item)]),
        IReadOnlyList<double> list => new JsonArray([.. list.Select(item => (JsonNode)item)]),
        IReadOnlyList<string> list => new JsonArray([.. list.Select(item => (JsonNode?)item)]),
        _ => throw new ArgumentException($"No option has a value of type {value.GetType()}.", nameof(value)),
    };

    private static bool IsOfType(Option option, object value) => (option.Kind, option.IsList) switch
    {
        (OptionKind.Integer, false) => value is int,
        (OptionKind.Integer, true) => value is IReadOnlyList<int>,
        (OptionKind.Number, false) => value is double,
        (OptionKind.Number, true) => value is IReadOnlyList<double>,
        (OptionKind.Boolean, _) => value is bool,
        (_, false) => value is string,
        (_, true) => value is IReadOnlyList<string>,
    };
}
