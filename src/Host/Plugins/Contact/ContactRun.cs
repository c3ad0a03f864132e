using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>One child process of a first contact, from its start to its end.</summary>
internal sealed class ContactRun
{
    private const int LongestLine = 16 << 10;

    // After its verdict a plugin's threads may keep the child, which is nobody's loss.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Start = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(200);

    private readonly BoundedText _error = new(64 << 10);

    private ContactRun()
    {
    }

    /// <summary>The last step that began; null where the child did not get that far.</summary>
    public ContactStep? Last { get; private set; }

    /// <summary>The backbones that passed with frames of some shape.</summary>
    public HashSet<string> Passed { get; } = new(StringComparer.Ordinal);

    /// <summary>The hash of the plugin's folder as the child found it.</summary>
    public string? FolderSha256 { get; private set; }

    /// <summary>Whether it came to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Why the plugin could not be loaded, in the host's usual words.</summary>
    public string? LoadFault { get; private set; }

    /// <summary>Whether it had to be ended.</summary>
    public bool IsHung { get; private set; }

    /// <summary>The process's exit code.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What the process said of its end.</summary>
    public string LastWords => Contact.LastWords.Of(_error.ToString(), ExitCode);

    /// <summary>Starts a child and waits for its end.</summary>
    /// <param name="limit">How long each step of it may take.</param>
    /// <exception cref="MpucException">It could not be started.</exception>
    public static ContactRun Of(ProcessStartInfo start, TimeSpan limit)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true; // Its end tells the child that this process is gone.
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.CreateNoWindow = true;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            throw new MpucException($"'{start.FileName}' does not start: {e.Message}", e);
        }

        var run = new ContactRun();
        run.Await(process, limit);
        return run;
    }

    private void Await(Process process, TimeSpan limit)
    {
        var error = Reader(() => Copy(process.StandardError, _error.Append));
        var lines = new LineCutter(LongestLine, Take);
        var output = Reader(() => Copy(process.StandardOutput, lines.Append));
        var ended = WaitFor(process, limit);

        if (!ended && !(IsComplete && process.WaitForExit(Farewell)))
        {
            IsHung = !IsComplete;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        // A grandchild may hold the pipes open.
        _ = output.Join(Farewell) && error.Join(Farewell);
        ExitCode = process.ExitCode;
    }

    // Whether the process ended. The limit is each step's, and the time that the host itself takes to start is none of the plugin's.
    private bool WaitFor(Process process, TimeSpan limit)
    {
        var (step, waited) = (Last, TimeSpan.Zero);
        while (!IsComplete && waited < (step is null ? Start : limit))
        {
            var clock = Stopwatch.StartNew();
            if (process.WaitForExit(Look))
            {
                return true;
            }

            // A machine that was asleep, or too busy to let this process look, has not let the child work either.
            waited += clock.Elapsed < LongestLook ? clock.Elapsed : LongestLook;
            if (!ReferenceEquals(step, Last))
            {
                (step, waited) = (Last, TimeSpan.Zero);
            }
        }

        return false;
    }

    private void Take(string text)
    {
        if (ContactStep.Parse(text) is not { } line)
        {
            return;
        }

        try
        {
            Take(line);
        }
        catch (InvalidOperationException)
        {
            // JSON, but none of the child's.
        }
    }

    private void Take(JsonObject line)
    {
        Last = ContactStep.From(line) ?? Last;
        FolderSha256 ??= (string?)line["folderSha256"];
        if ((string?)line["passed"] is { } backbone)
        {
            Passed.Add(backbone);
        }

        LoadFault = (string?)line["notLoaded"] ?? LoadFault;
        IsComplete |= line.ContainsKey("verdict");
    }

    private static Thread Reader(ThreadStart read)
    {
        var thread = new Thread(read) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static void Copy(TextReader reader, Action<ReadOnlySpan<char>> take)
    {
        var buffer = new char[4096];
        try
        {
            while (reader.Read(buffer, 0, buffer.Length) is var count and > 0)
            {
                take(buffer.AsSpan(0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process is gone, and so are its streams.
        }
    }
}
