using System.Text.Json.Nodes;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>What a child says while it tries a plugin, a line of JSON each, written out at once: the next step may be its last.</summary>
internal sealed class ContactReport(TextWriter output)
{
    /// <summary>Takes a step.</summary>
    public T Take<T>(ContactStep step, Func<T> action)
    {
        Write(step.ToJson());
        var result = action();
        Write(new JsonObject { ["ended"] = step.What });
        return result;
    }

    /// <summary>Says which files are being tried.</summary>
    public void Found(string? folderSha256) => Write(new JsonObject { ["folderSha256"] = folderSha256 });

    /// <summary>Says that a backbone went forward and backward.</summary>
    public void Passed(string backbone) => Write(new JsonObject { ["passed"] = backbone });

    /// <summary>Says that a step ended with an exception, which is no fault here.</summary>
    public void Refused(string what, string why) => Write(new JsonObject { ["refused"] = what, ["why"] = why });

    /// <summary>Says why there was nothing to try.</summary>
    public void NotLoaded(string why) => Write(new JsonObject { ["notLoaded"] = why });

    /// <summary>Says that all has been tried.</summary>
    public void Complete() => Write(new JsonObject { ["verdict"] = "complete" });

    private void Write(JsonObject line)
    {
        output.WriteLine(line.ToJsonString());
        output.Flush();
    }
}
