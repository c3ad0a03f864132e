using Microsoft.AspNetCore.Http;

namespace Mpuc.Host.Serving.Http;

/// <summary>Gives every request an id, or takes the caller's, for the log, the answer and errors.</summary>
internal static class RequestIds
{
    private const string Header = "X-Request-Id";
    private const int MaxCharacters = 64;

    /// <summary>The middleware.</summary>
    public static Task Use(HttpContext context, RequestDelegate next)
    {
        var given = context.Request.Headers[Header].ToString();
        context.TraceIdentifier = IsSound(given) ? given : Guid.CreateVersion7().ToString("N");
        context.Response.Headers[Header] = context.TraceIdentifier;
        return next(context);
    }

    // It goes into a log and a header, so it must not be able to forge either.
    private static bool IsSound(string id) =>
        id.Length is > 0 and <= MaxCharacters
            && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
}
