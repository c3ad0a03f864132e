using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Mpuc.Host.Serving.Http;

/// <summary>Errors as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>Answers with an error. Of a request that is not read to its end, the connection is closed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">One sentence: what is wrong, and what would be right.</param>
    /// <returns>Ends with the answer.</returns>
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
            new { type = "about:blank", title = ReasonPhrases.GetReasonPhrase(status), status, detail, requestId = context.TraceIdentifier },
            ServingJson.Options,
            "application/problem+json").ConfigureAwait(false);
    }
}
