using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Headless Chromium with one page, steered over its DevTools protocol.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Scratch _profile = new();
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonNode> _events = [];
    private int _sent;

    private Browser(string program, string[] options)
    {
        _process = Process.Start(new ProcessStartInfo(
            program,
            [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--remote-debugging-port=0",
                $"--user-data-dir={_profile.Folder}",
                .. options,
                "about:blank",
            ])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        using var client = new HttpClient();
        var pages = JsonNode.Parse(client.GetStringAsync($"http://127.0.0.1:{FindPort()}/json/list").Result)!.AsArray();
        var page = pages.First(target => target!["type"]!.GetValue<string>() == "page")!;
        _socket.ConnectAsync(new Uri(page["webSocketDebuggerUrl"]!.GetValue<string>()), CancellationToken.None).Wait(Limit);
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            Send($"{domain}.enable");
        }
    }

    /// <summary>Starts the browser, or skips the test with the reason.</summary>
    /// <param name="options">Further switches of the program.</param>
    public static Browser Start(params string[] options)
    {
        var program = new[] { "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name =>
                (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
                    .Split(Path.PathSeparator)
                    .Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (program is null)
        {
            Assert.Ignore("There is no Chromium to look at the report with (apt-get install chromium).");
        }

        return new Browser(program!, options);
    }

    /// <summary>What the page complained of or asked the network for since it was opened.</summary>
    public IReadOnlyList<string> Complaints =>
    [
        .. _events.Where(item =>
            Method(item) is "Runtime.exceptionThrown" or "Log.entryAdded" or "Runtime.consoleAPICalled").Select(item =>
                item.ToJsonString()),
        .. _events.Where(item => Method(item) == "Network.requestWillBeSent").Select(item =>
            item["params"]!["request"]!["url"]!.GetValue<string>())
            .Where(url =>
                !url.StartsWith("file:", StringComparison.Ordinal)
                    && !url.StartsWith("data:", StringComparison.Ordinal)
                    && !url.StartsWith("blob:", StringComparison.Ordinal)),
    ];

    /// <summary>Opens a file as a screen of some width, colours and medium shows it, and waits until it is drawn.</summary>
    public void Open(string file, int width = 1280, bool dark = false, string medium = "screen") =>
        Visit(new Uri(file), "document.documentElement?.dataset.charts", width, dark, medium);

    /// <summary>Opens a page, and waits until a text of it is there.</summary>
    public void Visit(Uri page, string text, int width = 1280, bool dark = false, string medium = "screen")
    {
        _events.Clear();
        Send(
            "Emulation.setDeviceMetricsOverride",
            new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        Send("Emulation.setEmulatedMedia", new JsonObject
        {
            ["media"] = medium,
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }),
        });
        // Until the new page is there, the old one answers, and it may be the same page.
        Evaluate("window.isLeft = true");
        Send("Page.navigate", new JsonObject { ["url"] = page.AbsoluteUri });
        var clock = Stopwatch.StartNew();
        while (Evaluate($"window.isLeft ? '' : {text} ?? ''").GetValue<string>().Length == 0)
        {
            Assert.That(clock.Elapsed, Is.LessThan(Limit), "the page was not drawn in time");
            Thread.Sleep(50);
        }
    }

    /// <summary>Evaluates JavaScript; a promise is awaited.</summary>
    public JsonNode Evaluate(string script)
    {
        var answer = Send(
            "Runtime.evaluate",
            new JsonObject { ["expression"] = script, ["returnByValue"] = true, ["awaitPromise"] = true, ["userGesture"] = true });
        return answer["result"]?["value"] ?? throw new InvalidOperationException($"{script}: {answer.ToJsonString()}");
    }

    /// <summary>Waits until a condition in JavaScript holds.</summary>
    public void Until(string condition)
    {
        var clock = Stopwatch.StartNew();
        while (!Evaluate($"Boolean({condition})").GetValue<bool>())
        {
            Assert.That(
                clock.Elapsed, Is.LessThan(Limit), $"{condition} did not come true; the page says: {Evaluate("document.body.innerText")}");
            Thread.Sleep(50);
        }
    }

    /// <summary>Takes a picture of what the screen shows.</summary>
    public byte[] Picture() => Convert.FromBase64String(Send("Page.captureScreenshot")["data"]!.GetValue<string>());

    /// <summary>Prints the page.</summary>
    public byte[] Print() =>
        Convert.FromBase64String(Send("Page.printToPDF", new JsonObject { ["printBackground"] = true })["data"]!.GetValue<string>());

    public JsonNode Send(string method, JsonObject? parameters = null)
    {
        var number = ++_sent;
        var message = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters ?? [] };
        using var cancellation = new CancellationTokenSource(Limit);
        _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, cancellation.Token)
            .Wait(cancellation.Token);
        while (true)
        {
            var answer = Receive(cancellation.Token);
            if (answer["id"]?.GetValue<int>() == number)
            {
                return answer["result"]?.DeepClone() ?? throw new InvalidOperationException($"{method}: {answer.ToJsonString()}");
            }

            _events.Add(answer);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Dispose();
    }

    private static string? Method(JsonNode item) => item["method"]?.GetValue<string>();

    private JsonNode Receive(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = _socket.ReceiveAsync(buffer, cancellationToken).Result;
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray()) ?? throw new JsonException("The browser said nothing.");
    }

    private string FindPort()
    {
        const string Before = "DevTools listening on ws://127.0.0.1:";
        while (_process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(Before, StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync();
                _ = _process.StandardOutput.ReadToEndAsync();
                return line[Before.Length..line.IndexOf('/', Before.Length)];
            }
        }

        throw new InvalidOperationException("Chromium ended without saying where it listens.");
    }
}
