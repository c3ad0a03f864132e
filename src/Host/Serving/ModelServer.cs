using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mpuc.Host.Inference.Features;
using Mpuc.Host.Serving.Http;
using Mpuc.Host.Serving.Model;
using Mpuc.Host.Serving.Page;
using Mpuc.Host.Serving.Uploads;
using Serilog;

namespace Mpuc.Host.Serving;

/// <summary>A model behind HTTP. Disposing it ends what is under way and leaves nothing on disk.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    // A client must send at least this much a second once it had some time to begin, or is cut off.
    private const double MinBytesPerSecond = 240;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ServeOptions _options;
    private readonly UploadFolder _folder = new();
    private readonly Admission _admission;
    private readonly WebApplication _application;

    private ModelServer(IServedModel model, ServeOptions options, Serilog.ILogger log)
    {
        options.Check();
        (_options, _admission) = (options, new Admission(options));
        var metrics = new ServerMetrics(model.Description, _admission);
        model.OnPass = metrics.CountPass;
        model.Limit = new RecordingLimit(options.MaxSeconds);
        _application = Build();
        _application.Use(RequestIds.Use);
        _application.Use(SecurityHeaders.Use);
        _application.Use(new RequestLog(log, metrics).Use);
        _application.Use(new RequestErrors(log).Use);
        _application.Use(new RequestGuard(options).Use);
        Map(
            _application,
            model.Description,
            metrics,
            new RecordingRequests(model, options, _admission, new UploadReader(_folder, options, model.Description), metrics));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address =>
        new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Where uploads lie while they are worked on.</summary>
    public string Uploads => _folder.Path;

    /// <summary>Starts to listen.</summary>
    /// <param name="options">Where, and how much.</param>
    /// <exception cref="MpucException">The options make no sense, or it cannot listen there.</exception>
    public static async Task<ModelServer> StartAsync(IServedModel model, ServeOptions options, Serilog.ILogger log)
    {
        var server = new ModelServer(model, options, log);
        try
        {
            await server._application.StartAsync().ConfigureAwait(false);
            return server;
        }
        catch (IOException exception)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw new MpucException(
                $"The server cannot listen at {options.Address}, port {options.Port}: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    /// <summary>Takes no new requests, and ends when those that are inside have their answers or their time is up.</summary>
    public async Task StopAsync()
    {
        using var limit = new CancellationTokenSource(_options.Timeout + _options.Timeout);
        await _application.StopAsync(limit.Token).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync().ConfigureAwait(false);
        _admission.Dispose();
        _folder.Dispose();
    }

    private static void Map(WebApplication application, ServedModelDescription model, ServerMetrics metrics, RecordingRequests requests)
    {
        foreach (var path in PageFiles.Paths)
        {
            application.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], PageFiles.WriteAsync);
        }

        application.MapGet("/health", context => context.Response.WriteAsJsonAsync(new { status = "ok" }, ServingJson.Options));
        application.MapGet("/v1/model", context => context.Response.WriteAsJsonAsync(model, ServingJson.Options));
        application.MapPost("/v1/predict", requests.PredictAsync);
        application.MapPost("/v1/features", requests.ExtractAsync);
        application.MapGet("/metrics", context =>
        {
            context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            return context.Response.WriteAsync(metrics.Write());
        });
    }

    private WebApplication Build()
    {
        // Neither files nor variables of this machine may change what the command line says.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = _options.Timeout + _options.Timeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxConcurrentConnections = 4096;
            kestrel.Limits.MinRequestBodyDataRate = new(MinBytesPerSecond, Grace);
            kestrel.Limits.RequestHeadersTimeout = Grace + Grace;
            kestrel.Listen(new IPEndPoint(_options.Address, _options.Port));
        });
        return builder.Build();
    }
}

/// <summary>The server lives as long as its caller wants: signals are the program's own affair.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
