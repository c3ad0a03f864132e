using System.Net;
using System.Net.Http.Headers;
using Mpuc.Host.Serving;

namespace Mpuc.Host.Tests.Serving;

public class AccessTests
{
    private const string Token = "0123456789abcdef";

    [Test]
    public void An_address_that_others_reach_needs_a_token() => Assert.That(
        () => new ServeOptions { Address = IPAddress.Any }.Check(), Throws.TypeOf<MpucException>().With.Message.Contains("--token-file"));

    [Test]
    public void With_a_token_any_address_is_listened_at() =>
        Assert.That(() => new ServeOptions { Address = IPAddress.Any, Token = Token }.Check(), Throws.Nothing);

    [TestCase("short")]
    [TestCase("with spaces in between")]
    public void A_token_that_is_easily_guessed_or_fits_no_header_is_refused(string token) =>
        Assert.That(() => new ServeOptions { Token = token }.Check(), Throws.TypeOf<MpucException>().With.Message.StartsWith("The token"));

    [Test]
    public void Options_out_of_range_are_refused_by_their_names()
    {
        Refuse(new ServeOptions { Port = 70_000 }, "--port");
        Refuse(new ServeOptions { MaxBytes = 0 }, "--max-megabytes");
        Refuse(new ServeOptions { MaxSeconds = double.NaN }, "--max-seconds");
        Refuse(new ServeOptions { Concurrency = 0 }, "--concurrency");
        Refuse(new ServeOptions { Queue = -1 }, "--queue");
        Refuse(new ServeOptions { Timeout = TimeSpan.Zero }, "--timeout");
    }

    [Test]
    public async Task Without_the_token_nothing_but_health_and_the_document_is_told()
    {
        await using var server = await ServerFixture.StartAsync(new ServeOptions { Token = Token });
        foreach (var path in new[] { "v1/model", "metrics", "v1/predict" })
        {
            using var answer = await server.Client.GetAsync(path);
            await ServerFixture.CheckAsync(answer, 401, "Authorization: Bearer TOKEN");
            Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
        }

        Assert.That(await server.Client.GetStringAsync("health"), Does.Contain("ok"));
        Assert.That(await server.Client.GetStringAsync("openapi.json"), Does.Contain("openapi"));
    }

    [Test]
    public async Task A_wrong_token_is_refused_and_the_right_one_lets_in()
    {
        await using var server = await ServerFixture.StartAsync(new ServeOptions { Token = Token });
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token + "0");
        using var wrong = await server.Client.GetAsync("v1/model");
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Assert.That(await server.Client.GetStringAsync("v1/model"), Does.Contain("toy"));
        Assert.That((await server.PostAsync(ServerFixture.File("sound"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Host", "rebound.example")]
    [TestCase("Origin", "https://elsewhere.example")]
    [TestCase("Origin", "null")]
    public async Task Pages_of_other_sites_get_nothing_from_a_local_server(string header, string value)
    {
        await using var server = await ServerFixture.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/model");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await server.Client.SendAsync(request);
        await ServerFixture.CheckAsync(answer, 403);
    }

    [TestCase("localhost")]
    [TestCase("127.0.0.1")]
    [TestCase("[::1]")]
    public async Task The_machines_own_names_are_answered(string name)
    {
        await using var server = await ServerFixture.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/model")
        {
            Headers = { Host = $"{name}:{server.Server.Address.Port}" },
        };
        using var answer = await server.Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_port_that_is_taken_is_told()
    {
        await using var server = await ServerFixture.StartAsync();
        Assert.That(
            async () =>
                await ModelServer.StartAsync(
                    new FakeServedModel(), new ServeOptions { Port = server.Server.Address.Port }, Serilog.Core.Logger.None),
            Throws.TypeOf<MpucException>().With.Message.Contains($"port {server.Server.Address.Port}"));
    }

    private static void Refuse(ServeOptions options, string name) =>
        Assert.That(options.Check, Throws.TypeOf<MpucException>().With.Message.Contains(name));
}
