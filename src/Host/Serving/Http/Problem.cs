using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Mpuc.Host.Serving.Http;

/// <summary>Errors as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>Answers with an error. Of a request that is not read to its end, the connection is closed.</summary>
    public static async Task WriteAsync(HttpContext context, int status, string detail)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        await context.Response.WriteAsJsonAsync(
            new
            {
                type = "about:blank",
                title = ReasonPhrases.GetReasonPhrase(status),
                status,
                detail,
                requestId = context.TraceIdentifier,
            },
            ServingJson.Options,
            "application/problem+json").ConfigureAwait(false);
    }
}

/// <summary>Ends a request with a status and one sentence for the caller.</summary>
/// <param name="status">The HTTP status, 400 or above.</param>
internal sealed class ProblemException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;
}

/// <summary>JSON as the server writes it: camel case, and only what JSON itself needs escaped, for it is never part of a page.</summary>
internal static class ServingJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
