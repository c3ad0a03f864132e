using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mpuc.Host.Configuration.Schema;

namespace Mpuc.Host.Tests.Configuration;

/// <summary>What the JSON Schema says; whether it says it as a validator understands it is tried end to end.</summary>
internal sealed class JsonSchemaTests
{
    private JsonNode _schema = null!;

    [SetUp]
    public void WriteSchema()
    {
        using var catalog = new TestCatalog();
        _schema = JsonSchemaWriter.Write(RunSchema.Create(catalog, modalities: null), "A configuration");
    }

    [Test]
    public void It_names_its_dialect_and_refuses_unknown_keys()
    {
        Assert.That((string)_schema["$schema"]!, Is.EqualTo("https://json-schema.org/draft/2020-12/schema"));
        Assert.That((bool)_schema["additionalProperties"]!, Is.False);
        Assert.That(_schema["required"]!.ToJsonString(), Is.EqualTo("""["modalities"]"""));
    }

    [Test]
    public void Every_plugins_options_are_there_with_type_range_default_and_description()
    {
        var audio = Case(_schema["properties"]!["modalities"]!["additionalProperties"]!, "audio");

        Assert.That(JsonNode.DeepEquals(audio["properties"]!["options"]!["properties"]!["bands"], JsonNode.Parse(
            """{ "description": "Mel bands.", "type": "integer", "minimum": 1, "maximum": 1024, "default": 128 }""")));
        Assert.That(JsonNode.DeepEquals(audio["properties"]!["options"]!["properties"]!["scale"], JsonNode.Parse(
            """{ "description": "The mel scale.", "type": "string", "enum": ["slaney", "htk"], "default": "slaney" }""")));
        Assert.That(JsonNode.DeepEquals(audio["properties"]!["options"]!["properties"]!["mean"], JsonNode.Parse(
            """{ "description": "Means.", "type": "array", "items": { "type": "number" }, "default": [0.5] }""")));
    }

    [Test]
    public void A_backbones_options_hang_on_its_name_and_the_default_need_not_be_named()
    {
        var backbone = Case(_schema["properties"]!["modalities"]!["additionalProperties"]!, "audio")["properties"]!["backbone"]!;

        Assert.That(
            Case(backbone, "tcn")["properties"]!["options"]!["properties"]!.AsObject().Select(option => option.Key),
            Has.Member("dilations"));
        Assert.That(Case(backbone, "mean")["properties"]!["options"]!["properties"]!.AsObject(), Is.Empty);
        Assert.That(If(backbone, "tcn").ContainsKey("required"), Is.False);
        Assert.That(If(backbone, "mean")["required"]!.ToJsonString(), Is.EqualTo("""["name"]"""));
    }

    [Test]
    public void What_must_be_set_inside_makes_the_object_around_it_required()
    {
        var vectors = Case(_schema["properties"]!["modalities"]!["additionalProperties"]!, "vectors");

        Assert.That(vectors["required"]!.ToJsonString(), Is.EqualTo("""["kind","options"]"""));
    }

    [Test]
    public void Names_that_the_user_chooses_follow_a_pattern()
    {
        var pairs = _schema["properties"]!["objective"]!["properties"]!["pairWeights"]!["propertyNames"]!;

        Assert.That((string)pairs["pattern"]!, Is.EqualTo(NumberMapSchema.PairPattern));
        Assert.That((string)_schema["properties"]!["modalities"]!["propertyNames"]!["pattern"]!, Is.EqualTo(MapSchema.NamePattern));
    }

    [TestCase("audio", true)]
    [TestCase("a-1_b", true)]
    [TestCase("1a", false)]
    [TestCase("a.b", false)]
    [TestCase("", false)]
    public void The_pattern_of_names_is_what_the_program_takes_for_one(string name, bool isName)
    {
        Assert.That(MapSchema.IsName(name), Is.EqualTo(isName));
        Assert.That(Regex.IsMatch(name, MapSchema.NamePattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)), Is.EqualTo(isName));
    }

    [Test]
    public void Without_plugins_the_schema_says_why_nothing_is_right()
    {
        using var catalog = new TestCatalog { Modalities = [], Backbones = [] };
        var schema = JsonSchemaWriter.Write(RunSchema.Create(catalog, modalities: null), "A configuration");

        var entry = schema["properties"]!["modalities"]!["additionalProperties"]!;
        Assert.That((string)entry["description"]!, Does.Contain("no active plugin offers any kind of modality"));
        Assert.That(entry["not"]!.AsObject(), Is.Empty);
    }

    private static JsonObject If(JsonNode variant, string value) => Entry(variant, value)["if"]!.AsObject();

    private static JsonObject Case(JsonNode variant, string value) => Entry(variant, value)["then"]!.AsObject();

    private static JsonNode Entry(JsonNode variant, string value) => variant["allOf"]!.AsArray()
        .Single(entry => entry!["if"]!["properties"]!.AsObject().Any(property => (string?)property.Value!["const"] == value))!;
}
