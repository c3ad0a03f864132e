using System.Net;
using Mpuc.Host.Serving;

namespace Mpuc.Host.Tests.Serving;

public class LoadTests
{
    [Test]
    public async Task One_more_than_there_is_room_for_is_told_to_come_again_and_the_others_are_served()
    {
        await using var server = await ServerFixture.StartAsync(
            new ServeOptions { Concurrency = 1, Queue = 1, Timeout = ServerFixture.Limit });
        var first = server.PostAsync(ServerFixture.File("wait"));
        await server.Model.Waiting.WaitAsync(ServerFixture.Limit);
        var second = server.PostAsync(ServerFixture.File("sound"));
        await Until(server, "mpuc_uploads_inside 2");
        using var third = await server.Client.PostAsync("v1/predict", ServerFixture.File("sound"));
        await ServerFixture.CheckAsync(third, 503, "The server is busy");
        Assert.That(third.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
        server.Model.Release();
        Assert.That(((await first).Status, (await second).Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That((await server.PostAsync(ServerFixture.File("sound"))).Status, Is.EqualTo(HttpStatusCode.OK));
        await server.LeavesNothingAsync();
    }

    [Test]
    public async Task Work_that_takes_too_long_is_ended()
    {
        await using var server = await ServerFixture.StartAsync(new ServeOptions { Timeout = TimeSpan.FromSeconds(10) });
        await server.RefusesAsync(ServerFixture.File("wait"), 504, "within 10 s");
        Assert.That(server.Model.Asked.IsEmpty || await server.Model.Cancelled.WaitAsync(ServerFixture.Limit), Is.True);
        await server.LeavesNothingAsync();
    }

    [Test]
    public async Task Work_for_a_caller_that_has_gone_is_ended()
    {
        await using var server = await ServerFixture.StartAsync(new ServeOptions { Timeout = ServerFixture.Limit });
        using var gone = new CancellationTokenSource();
        var request = server.Client.PostAsync("v1/predict", ServerFixture.File("wait"), gone.Token);
        await server.Model.Waiting.WaitAsync(ServerFixture.Limit);
        await gone.CancelAsync();
        Assert.That(async () => await request, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await server.Model.Cancelled.WaitAsync(ServerFixture.Limit), Is.True);
        await server.LeavesNothingAsync();
    }

    [Test]
    public async Task A_server_that_stops_answers_those_that_are_inside()
    {
        await using var server = await ServerFixture.StartAsync(new ServeOptions { Timeout = ServerFixture.Limit });
        var request = server.PostAsync(ServerFixture.File("wait"));
        await server.Model.Waiting.WaitAsync(ServerFixture.Limit);
        var stopping = server.Server.StopAsync();
        server.Model.Release();
        Assert.That((await request.WaitAsync(ServerFixture.Limit)).Status, Is.EqualTo(HttpStatusCode.OK));
        await stopping.WaitAsync(ServerFixture.Limit);
        Assert.That(async () => await server.Client.GetAsync("health"), Throws.InstanceOf<HttpRequestException>());
    }

    [TestCase(64)]
    [TestCase(1000, Category = "Slow")]
    public async Task Many_uploads_at_once_are_each_answered_or_refused_and_nothing_stays(int uploads)
    {
        await using var server = await ServerFixture.StartAsync(
            new ServeOptions { Concurrency = 2, Queue = 10, Timeout = ServerFixture.Limit });
        var answers = await Task.WhenAll(
            Enumerable.Range(0, uploads).Select(number => server.PostAsync(ServerFixture.File("sound", $"{number}.wav"))));
        Assert.That(
            answers.Select(answer => answer.Status),
            Has.All.AnyOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.RequestTimeout));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.GreaterThan(0).And.EqualTo(server.Model.Asked.Count));
        Assert.That((await server.PostAsync(ServerFixture.File("sound"))).Status, Is.EqualTo(HttpStatusCode.OK));
        await server.LeavesNothingAsync();
    }

    private static async Task Until(ServerFixture server, string line)
    {
        using var limit = new CancellationTokenSource(ServerFixture.Limit);
        while (!(await server.Client.GetStringAsync("metrics", limit.Token)).Contains(line, StringComparison.Ordinal))
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
