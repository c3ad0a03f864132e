using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mpuc.Host.Serving.Page;

namespace Mpuc.Host.Serving.Http;

/// <summary>
/// Lets requests in that may come in: with the token where there is one; without one, by the machine's own names alone, so that no web page
/// can reach a local server by a name that it has pointed here, and never from a page of another origin.
/// </summary>
internal sealed class RequestGuard(ServeOptions options)
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly byte[]? _token = options.Token is { } token ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;

    /// <summary>The middleware.</summary>
    public Task Use(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (_token is null && !OwnNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) && !IsOwnAddress(request.Host.Host))
        {
            return Problem.WriteAsync(
                context, StatusCodes.Status403Forbidden, "This server answers to localhost alone; another name needs a token.");
        }

        if (request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return Problem.WriteAsync(context, StatusCodes.Status403Forbidden, "This server answers no page of another origin.");
        }

        if (_token is not null && !IsPublic(request.Path) && !HasToken(request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem.WriteAsync(
                context,
                StatusCodes.Status401Unauthorized,
                "The request needs the header 'Authorization: Bearer TOKEN' with this server's token.");
        }

        return next(context);
    }

    private static bool IsOwnAddress(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    // The page itself tells nothing of the model; what it asks for then needs the token.
    private static bool IsPublic(PathString path) => path == "/health" || PageFiles.Has(path);

    // Hashes are compared, so that neither the token's length nor its first characters show in the time it takes.
    private bool HasToken(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var given = request.Headers.Authorization.ToString();
        return given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given[Scheme.Length..].Trim())), _token);
    }
}
