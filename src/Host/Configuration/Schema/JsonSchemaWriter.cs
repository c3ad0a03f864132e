using System.Text.Json.Nodes;

namespace Mpuc.Host.Configuration.Schema;

/// <summary>
/// Writes a configuration's schema as JSON Schema (draft 2020-12), for editors that complete and check. It is made of the same declarations
/// that configurations are read with. What depends on more than one place cannot be said in it: that a path exists, that pairs name
/// configured modalities.
/// </summary>
internal static class JsonSchemaWriter
{
    /// <summary>The dialect.</summary>
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>Writes a schema.</summary>
    public static JsonObject Write(SectionSchema schema, string title)
    {
        var json = new JsonObject { ["$schema"] = Dialect, ["title"] = title };
        foreach (var (key, value) in Section(schema).ToList())
        {
            json[key] = value?.DeepClone();
        }

        json["properties"]![RunSchema.SchemaReference.Name] = OptionJsonSchema.Write(RunSchema.SchemaReference);
        return json;
    }

    private static JsonObject Any(SettingsSchema schema) => schema switch
    {
        SectionSchema section => Section(section),
        VariantSchema variant => Variant(variant),
        MapSchema map => Map(map),
        NumberMapSchema numbers => Numbers(numbers),
        _ => throw new ArgumentException($"There is no JSON Schema for {schema.GetType()}.", nameof(schema)),
    };

    private static JsonObject Section(SectionSchema schema)
    {
        var properties = new JsonObject();
        foreach (var option in schema.Options.Options)
        {
            properties[option.Name] = OptionJsonSchema.Write(option);
        }

        foreach (var (key, child) in schema.Children)
        {
            properties[key] = Any(child);
        }

        var required = schema.Options.Options.Where(option => option.IsRequired).Select(option => option.Name)
            .Concat(schema.Children.Where(child => IsRequired(child.Value)).Select(child => child.Key));
        return Object(schema.Description, properties, [.. required]);
    }

    // One case for each value of the discriminator; where that has a default, it may be left out.
    private static JsonObject Variant(VariantSchema schema)
    {
        if (schema.Cases.Count == 0)
        {
            return new JsonObject { ["description"] = $"Nothing is right here: {schema.WithoutCases}.", ["not"] = new JsonObject() };
        }

        var name = schema.Discriminator.Name;
        var discriminator = OptionJsonSchema.Write(schema.Discriminator);
        var json = new JsonObject
        {
            ["description"] = schema.Description,
            ["type"] = "object",
            ["properties"] = new JsonObject { [name] = discriminator },
        };
        if (schema.Discriminator.IsRequired)
        {
            json["required"] = new JsonArray(name);
        }

        json["allOf"] = new JsonArray([.. schema.Cases.Select(entry => Case(schema, entry.Key, entry.Value))]);
        return json;
    }

    private static JsonNode Case(VariantSchema schema, string value, SectionSchema section)
    {
        var condition = new JsonObject
        {
            ["properties"] = new JsonObject { [schema.Discriminator.Name] = new JsonObject { ["const"] = value } },
        };
        if (schema.Discriminator.Default != value)
        {
            condition["required"] = new JsonArray(schema.Discriminator.Name);
        }

        return new JsonObject { ["if"] = condition, ["then"] = Section(section) };
    }

    private static JsonObject Map(MapSchema schema)
    {
        var json = new JsonObject
        {
            ["description"] = schema.Description,
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = MapSchema.NamePattern },
            ["additionalProperties"] = Any(schema.Entry),
        };
        if (schema.Example is not null)
        {
            json["minProperties"] = 1;
        }

        return json;
    }

    private static JsonObject Numbers(NumberMapSchema schema)
    {
        var number = OptionJsonSchema.Write(schema.OptionFor("*"));
        number.Remove("description");
        var json = new JsonObject { ["description"] = schema.Description, ["type"] = "object" };
        json["propertyNames"] = schema.Names is { } names
            ? new JsonObject { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode?)name)]) }
            : new JsonObject { ["pattern"] = NumberMapSchema.PairPattern };
        json["additionalProperties"] = number;
        return json;
    }

    private static JsonObject Object(string description, JsonObject properties, IReadOnlyList<string> required)
    {
        var json = new JsonObject
        {
            ["description"] = description,
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (required.Count > 0)
        {
            json["required"] = new JsonArray([.. required.Select(name => (JsonNode?)name)]);
        }

        return json;
    }

    // An object must be there where something in it must be set.
    private static bool IsRequired(SettingsSchema schema) => schema switch
    {
        SectionSchema section =>
            section.Options.Options.Any(option => option.IsRequired) || section.Children.Any(child => IsRequired(child.Value)),
        VariantSchema variant => variant.Discriminator.IsRequired
            || (variant.Discriminator.Default is { } value && variant.Cases.TryGetValue(value, out var section) && IsRequired(section)),
        MapSchema map => map.Example is not null,
        _ => false,
    };
}
