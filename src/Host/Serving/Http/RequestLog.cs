using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Serilog;

namespace Mpuc.Host.Serving.Http;

/// <summary>Logs and counts every request.</summary>
internal sealed class RequestLog(ILogger log, ServerMetrics metrics)
{
    /// <summary>The middleware.</summary>
    public async Task Use(HttpContext context, RequestDelegate next)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            // A route and not the path: paths that callers make up must not become names of counters.
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            metrics.Count(route, context.Response.StatusCode, seconds);
            log.Information(
                "{RequestId} {Method} {Path} {Status} {Milliseconds:0} ms",
                context.TraceIdentifier,
                context.Request.Method,
                context.Request.Path.Value,
                context.Response.StatusCode,
                seconds * 1000);
        }
    }
}
