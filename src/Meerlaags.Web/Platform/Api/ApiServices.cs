namespace Meerlaags.Web.Platform.Api;

/// <summary>Puts the API together.</summary>
public static class ApiServices
{
    /// <summary>Adds its description and the way it reads and writes.</summary>
    public static void AddApi(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<Contact>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", ApiDocument.Configure);
    }

    /// <summary>The addresses below <c>/api/v1</c>; the description is for everyone, from everywhere.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapOpenApi("/api/{documentName}/openapi.json")
            .AllowAnonymous()
            .AddEndpointFilter(
                (context, next) =>
                {
                    context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
                    return next(context);
                }
            );
        return endpoints.MapGroup("/api/v1");
    }
}
