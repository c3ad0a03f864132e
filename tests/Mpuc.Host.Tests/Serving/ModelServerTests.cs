using System.Net;
using System.Text.Json.Nodes;

namespace Mpuc.Host.Tests.Serving;

public class ModelServerTests
{
    private ServerFixture _server = null!;

    [SetUp]
    public async Task Start() => _server = await ServerFixture.StartAsync();

    [TearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public async Task A_recording_is_judged_under_its_own_name_and_nothing_of_it_stays()
    {
        var form = ServerFixture.With(
            ServerFixture.With(ServerFixture.Add(ServerFixture.File("sound"), "hello", "clip.txt"), "timeline", "true"), "hop", "0.5");
        var (status, answer) = await _server.PostAsync(form);
        var (recording, options) = _server.Model.Asked.Single();
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK), answer.ToJsonString());
            Assert.That(answer["prediction"]!["id"]!.GetValue<string>(), Is.EqualTo("clip"));
            Assert.That(answer["prediction"]!["top"]!.GetValue<string>(), Is.EqualTo("calm"));
            Assert.That(answer["prediction"]!["timeline"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(answer.AsObject().ContainsKey("previews"), Is.False);
            Assert.That(recording.Sources.Keys, Is.EquivalentTo(new[] { ".wav", ".txt" }));
            Assert.That((options.Timeline, options.Hop, options.Subsets, options.Modalities.Count), Is.EqualTo((true, 0.5, false, 0)));
        });
        await _server.LeavesNothingAsync();
    }

    [Test]
    public async Task Files_in_fields_of_modalities_are_their_sources_and_for_them_alone()
    {
        await _server.PostAsync(ServerFixture.Add(ServerFixture.File("sound", "a.wav", "voice"), "hello", "b.txt", "words"));
        await _server.PostAsync(ServerFixture.File("sound", "a.mp4", "voice"));
        var asked = _server.Model.Asked.ToArray();
        Assert.That(asked[0].Recording.Sources.Keys, Is.EquivalentTo(new[] { "audio", "transcript" }));
        Assert.That(asked[1].Options.Modalities, Is.EqualTo(new[] { "voice" }));
    }

    [Test]
    public async Task Previews_come_as_pictures_that_a_page_can_show()
    {
        var (_, answer) = await _server.PostAsync(ServerFixture.With(ServerFixture.File("sound"), "preview", "true"));
        var preview = answer["previews"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That(preview["modality"]!.GetValue<string>(), Is.EqualTo("voice"));
            Assert.That(preview["pictures"]![0]!["image"]!.GetValue<string>(), Does.StartWith("data:image/png;base64,iVBOR"));
            Assert.That(preview["pictures"]![0]!["edges"]!.ToJsonString(), Is.EqualTo("[[0,1]]"));
            Assert.That(preview["words"]![0]!["text"]!.GetValue<string>(), Is.EqualTo("hello"));
        });
    }

    [Test]
    public async Task Features_come_by_modality()
    {
        var (status, answer) = await _server.PostAsync(ServerFixture.File("sound"), "v1/features");
        Assert.That((status, answer.ToJsonString()), Is.EqualTo((HttpStatusCode.OK, """{"id":"clip","modalities":{"voice":[1,2]}}""")));
    }

    [Test]
    public async Task Health_the_model_and_the_counters_are_told()
    {
        await _server.PostAsync(ServerFixture.File("sound"));
        Assert.That(await _server.Client.GetStringAsync("health"), Is.EqualTo("""{"status":"ok"}"""));
        var model = JsonNode.Parse(await _server.Client.GetStringAsync("v1/model"))!;
        Assert.That(model["modalities"]![0]!["extensions"]!.ToJsonString(), Is.EqualTo("""[".wav",".mp4"]"""));
        var metrics = await _server.Client.GetStringAsync("metrics");
        Assert.That(metrics, Does.Contain("mpuc_requests_total{route=\"/v1/predict\",status=\"200\"} 1\n")
            .And.Contain("mpuc_request_seconds_count{route=\"/v1/predict\"} 1\n")
            .And.Contain("mpuc_encoder_pass_recordings_bucket{le=\"1\"} 1\n").And.Contain("mpuc_uploaded_bytes_total 5\n").And.Contain("mpuc_model_info{run=\"toy\",program=\"1.0\"} 1\n"));
        foreach (var line in metrics.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            Assert.That(line, Does.Match("^[a-z_]+({[^}]*})? [0-9.E+-]+$"));
        }
    }

    [Test]
    public async Task The_document_describes_every_path_and_the_answers_have_what_it_requires()
    {
        var document = JsonNode.Parse(await _server.Client.GetStringAsync("openapi.json"))!;
        Assert.That(
            document["paths"]!.AsObject().Select(path => path.Key),
            Is.EquivalentTo(new[] { "/health", "/metrics", "/v1/model", "/v1/predict", "/v1/features" }));
        Require(document, "model", JsonNode.Parse(await _server.Client.GetStringAsync("v1/model"))!);
        var (_, answer) = await _server.PostAsync(
            ServerFixture.With(ServerFixture.With(ServerFixture.File("sound"), "preview", "true"), "timeline", "true"));
        Require(document, "answer", answer);
        Require(document, "prediction", answer["prediction"]!);
        Require(document, "window", answer["prediction"]!["timeline"]![0]!);
        Require(document, "preview", answer["previews"]![0]!);
        Require(document, "features", (await _server.PostAsync(ServerFixture.File("sound"), "v1/features")).Answer);
        Require(document, "problem", (await _server.PostAsync(ServerFixture.File("noise"))).Answer);
    }

    [Test]
    public async Task A_request_has_an_id_of_its_own_or_the_callers_in_answer_and_log()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "health") { Headers = { { "X-Request-Id", "from-me.1" } } };
        using var answer = await _server.Client.SendAsync(request);
        using var other = await _server.Client.GetAsync("health");
        Assert.That(answer.Headers.GetValues("X-Request-Id"), Is.EqualTo(new[] { "from-me.1" }));
        Assert.That(other.Headers.GetValues("X-Request-Id").Single(), Has.Length.EqualTo(32));
        Assert.That(_server.Log, Does.Contain("\"from-me.1\" \"GET\" \"/health\" 200"));
    }

    [TestCase("evil id")]
    [TestCase("\"}{\"")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task An_id_that_could_forge_a_log_is_replaced(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "health");
        request.Headers.TryAddWithoutValidation("X-Request-Id", id);
        using var answer = await _server.Client.SendAsync(request);
        Assert.That(answer.Headers.GetValues("X-Request-Id").Single(), Has.Length.EqualTo(32).And.Not.Contains("a a"));
    }

    [Test]
    public async Task Browsers_are_told_to_load_nothing_from_elsewhere()
    {
        using var answer = await _server.Client.GetAsync("health");
        Assert.That(
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.StartWith("default-src 'none';").And.Not.Contains("unsafe").And.Not.Contains("http"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(answer.Headers.Contains("Server"), Is.False);
    }

    [Test]
    public async Task What_is_not_there_and_what_is_not_taken_are_told_as_problems()
    {
        using var nothing = await _server.Client.GetAsync("v2/predict");
        using var method = await _server.Client.GetAsync("v1/predict");
        await ServerFixture.CheckAsync(nothing, 404, "There is nothing at /v2/predict");
        await ServerFixture.CheckAsync(method, 405, "/v1/predict does not take GET");
    }

    [Test]
    public async Task A_model_without_classifier_extracts_features_alone()
    {
        await using var server = await ServerFixture.StartAsync(
            model: new FakeServedModel { Description = _server.Model.Description with { Label = null, Classes = [] } });
        await server.RefusesAsync(ServerFixture.File("sound"), 404, "no classifier");
        Assert.That((await server.PostAsync(ServerFixture.File("sound"), "v1/features")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static void Require(JsonNode document, string schema, JsonNode answer)
    {
        var described = document["components"]!["schemas"]![schema]!;
        var present = answer.AsObject().Select(property => property.Key).ToList();
        Assert.That(described["required"]!.AsArray().Select(name => name!.GetValue<string>()), Is.SubsetOf(present), schema);
        Assert.That(present, Is.SubsetOf(described["properties"]!.AsObject().Select(property => property.Key)), schema);
    }
}
