using Microsoft.AspNetCore.Http;

namespace Mpuc.Host.Serving.Page;

/// <summary>The page and its parts, which the program carries.</summary>
internal static class PageFiles
{
    private const string Prefix = "serve/";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
    };

    private static readonly Dictionary<string, (string Type, byte[] Content)> Files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name == Prefix + "index.html" ? "/" : "/" + name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>The paths of all files.</summary>
    public static IReadOnlyCollection<string> Paths => Files.Keys;

    /// <summary>Whether there is a file at a path.</summary>
    public static bool Has(PathString path) => Files.ContainsKey(path.Value ?? string.Empty);

    /// <summary>Answers with a file.</summary>
    /// <param name="context">A request whose path is one of <see cref="Paths"/>.</param>
    public static Task WriteAsync(HttpContext context)
    {
        var (type, content) = Files[context.Request.Path.Value!];
        (context.Response.ContentType, context.Response.ContentLength) = (type, content.Length);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(content).AsTask();
    }

    private static (string Type, byte[] Content) Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return (Types[Path.GetExtension(name)], content.ToArray());
    }
}
