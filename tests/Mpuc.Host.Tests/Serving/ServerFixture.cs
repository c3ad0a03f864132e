using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Mpuc.Host.Serving;
using Serilog;

namespace Mpuc.Host.Tests.Serving;

/// <summary>A server on a port of the system's choice, and a client of it.</summary>
internal sealed class ServerFixture : IAsyncDisposable
{
    /// <summary>Ends what hangs; nothing is measured by it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly List<string> _log;

    private ServerFixture(ModelServer server, FakeServedModel model, List<string> log) =>
        (Server, Model, _log, Client) = (server, model, log, new HttpClient { BaseAddress = server.Address, Timeout = Limit });

    public ModelServer Server { get; }

    public FakeServedModel Model { get; }

    public HttpClient Client { get; }

    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    public static async Task<ServerFixture> StartAsync(ServeOptions? options = null, FakeServedModel? model = null)
    {
        var (served, log) = (model ?? new FakeServedModel(), new List<string>());
        var logger = new LoggerConfiguration().WriteTo.Sink(new ListSink(log)).CreateLogger();
        return new ServerFixture(
            await ModelServer.StartAsync(served, (options ?? new ServeOptions()) with { Port = 0 }, logger), served, log);
    }

    /// <summary>One file in a form.</summary>
    public static MultipartFormDataContent File(string content, string name = "clip.wav", string field = "file") =>
        Add([], content, name, field);

    public static MultipartFormDataContent Add(MultipartFormDataContent form, string content, string name, string field = "file")
    {
        var part = new StringContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = $"\"{field}\"",
            FileName = $"\"{name}\"",
        };
        part.Headers.ContentType = null;
        form.Add(part);
        return form;
    }

    public static MultipartFormDataContent With(MultipartFormDataContent form, string field, string value)
    {
        form.Add(new StringContent(value), field);
        return form;
    }

    public async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(HttpContent content, string path = "v1/predict")
    {
        using var answer = await Client.PostAsync(path, content);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>Checks an error's status and sentence.</summary>
    public async Task RefusesAsync(HttpContent content, int status, params string[] parts)
    {
        using var answer = await Client.PostAsync("v1/predict", content);
        await CheckAsync(answer, status, parts);
    }

    public static async Task CheckAsync(HttpResponseMessage answer, int status, params string[] parts)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), text);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonNode.Parse(text)!;
        Assert.That(problem["status"]!.GetValue<int>(), Is.EqualTo(status));
        Assert.That(problem["detail"]!.GetValue<string>(), Does.EndWith("."));
        foreach (var part in parts)
        {
            Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain(part));
        }
    }

    /// <summary>Uploads go shortly after the answer.</summary>
    public async Task LeavesNothingAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        while (Directory.EnumerateFileSystemEntries(Server.Uploads).Any())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Assert.That(Server.Uploads, Does.Not.Exist);
    }

    private sealed class ListSink(List<string> log) : Serilog.Core.ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent)
        {
            lock (log)
            {
                log.Add(logEvent.RenderMessage() + logEvent.Exception);
            }
        }
    }
}
