using Microsoft.AspNetCore.Http;
using Serilog;

namespace Mpuc.Host.Serving.Http;

/// <summary>Turns what ends a request early into an answer, and logs what is no caller's fault.</summary>
internal sealed class RequestErrors(ILogger log)
{
    /// <summary>What the log says where the caller has gone before the answer.</summary>
    public const int CallerGone = 499;

    /// <summary>The middleware.</summary>
    public async Task Use(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed } response)
            {
                await Problem.WriteAsync(context, response.StatusCode, response.StatusCode == StatusCodes.Status404NotFound
                    ? $"There is nothing at {context.Request.Path}; /openapi.json says what there is." : $"{context.Request.Path} does not take {context.Request.Method}; /openapi.json says what it takes.").ConfigureAwait(false);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : CallerGone;
        }
        catch (ProblemException problem)
        {
            await Problem.WriteAsync(context, problem.Status, problem.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException problem)
        {
            await Problem.WriteAsync(context, problem.StatusCode, Describe(problem)).ConfigureAwait(false);
        }
        catch (MpucException problem)
        {
            await Problem.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, problem.Message).ConfigureAwait(false);
        }
        catch (Exception storage) when (storage is IOException or UnauthorizedAccessException)
        {
            log.Error(
                "The request {RequestId} failed, because its files cannot be kept: {Why:l}", context.TraceIdentifier, storage.Message);
            await Problem.WriteAsync(
                context,
                StatusCodes.Status507InsufficientStorage,
                "The server cannot keep the recording while it works on it; try again later.").ConfigureAwait(false);
        }
        catch (Exception defect)
        {
            log.Error(defect, "The request {RequestId} failed.", context.TraceIdentifier);
            await Problem.WriteAsync(
                context,
                StatusCodes.Status500InternalServerError,
                "The server failed unexpectedly; its log has the details under this request's id.").ConfigureAwait(false);
        }
    }

    private static string Describe(BadHttpRequestException problem) => problem.StatusCode switch
    {
        StatusCodes.Status408RequestTimeout => "The upload came in too slowly.",
        StatusCodes.Status413PayloadTooLarge => "The upload is larger than this server takes.",
        _ => $"The request is broken: {problem.Message.TrimEnd('.')}.",
    };
}
