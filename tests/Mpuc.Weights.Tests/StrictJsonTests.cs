using System.Text.Json;

namespace Mpuc.Weights.Tests;

/// <summary>JSON whose parts are looked up later is wrong at once, or every part of it can be read.</summary>
public sealed class StrictJsonTests
{
    [Test]
    public void What_is_sound_is_read_with_every_part()
    {
        var node = StrictJson.Parse("""{"a":[1,"caf\u00e9",null,{"b":true}],"c":{}}""")!;

        Assert.That((string?)node["a"]![1], Is.EqualTo("caf\u00e9"));
        Assert.That((bool)node["a"]![3]!["b"]!, Is.True);
        Assert.That(StrictJson.Parse("null"), Is.Null);
    }

    [TestCase("{\"a\":1,\"a\":2}")]
    [TestCase("{\"a\":[{\"b\":1,\"b\":2}]}")]
    [TestCase("{\"a\":1,\"\\u0061\":2}")]
    public void A_name_that_stands_twice_is_an_error(string json) =>
        Assert.That(() => StrictJson.Parse(json), Throws.InstanceOf<JsonException>());

    [TestCase("\"\\ud800\"")]
    [TestCase("{\"a\":[\"\\udc00\"]}")]
    [TestCase("{\"\\ud800\":1}")]
    [TestCase("{\"a\":{\"b\\udc00\":1}}")]
    public void Half_a_character_is_an_error(string json) => Assert.That(() => StrictJson.Parse(json), Throws.InstanceOf<JsonException>());

    [TestCase("")]
    [TestCase("{")]
    public void What_is_no_JSON_is_an_error(string json) => Assert.That(() => StrictJson.Parse(json), Throws.InstanceOf<JsonException>());
}
