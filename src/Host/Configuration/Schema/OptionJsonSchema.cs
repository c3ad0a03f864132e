using System.Text.Json.Nodes;

namespace Mpuc.Host.Configuration.Schema;

/// <summary>Writes one option as JSON Schema.</summary>
internal static class OptionJsonSchema
{
    /// <summary>Writes an option: its type, range or choices, default and description.</summary>
    public static JsonObject Write(Option option)
    {
        var value = Value(option);
        var json = option.IsList ? new JsonObject { ["type"] = "array", ["items"] = value } : value;
        json.Insert(0, "description", option.Description);
        if (!option.IsRequired && option.DefaultValue is { } defaultValue)
        {
            json["default"] = Default(defaultValue);
        }

        return json;
    }

    private static JsonObject Value(Option option)
    {
        var json = new JsonObject
        {
            ["type"] = option.Kind switch
            {
                OptionKind.Integer => "integer",
                OptionKind.Number => "number",
                OptionKind.Boolean => "boolean",
                _ => "string",
            },
        };
        if (option.Choices is { } choices)
        {
            json["enum"] = new JsonArray([.. choices.Select(choice => (JsonNode?)choice)]);
        }

        // A whole number without a range has that of 32 bits; other numbers without one have that of every JSON number that can be read.
        if (option.Kind is OptionKind.Integer or OptionKind.Number)
        {
            Bound(json, "minimum", option, option.Minimum, double.MinValue);
            Bound(json, "maximum", option, option.Maximum, double.MaxValue);
        }

        return json;
    }

    private static void Bound(JsonObject json, string keyword, Option option, double? bound, double open)
    {
        if (bound is { } value && value != open)
        {
            json[keyword] = option.Kind == OptionKind.Integer ? (int)value : value;
        }
    }

    private static JsonNode Default(object value) => value switch
    {
        int number => number,
        double number => number,
        bool flag => flag,
        string text => text,
        IReadOnlyList<int> list => new JsonArray([.. list.Select(item => (JsonNode?)item)]),
        IReadOnlyList<double> list => new JsonArray([.. list.Select(item => (JsonNode?)item)]),
        IReadOnlyList<string> list => new JsonArray([.. list.Select(item => (JsonNode?)item)]),
        _ => throw new ArgumentException($"No option has a value of type {value.GetType()}.", nameof(value)),
    };
}
