using System.Text.Json;
using System.Text.Json.Nodes;
using Meerlaags.Domain.Common;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Meerlaags.Web.Platform.Api;

/// <summary>The description of the API for programs (OpenAPI 3.1), in Dutch as the Dutch API design rules ask.</summary>
public static class ApiDocument
{
    /// <summary>Its address.</summary>
    public const string Address = "/api/v1/openapi.json";

    private const string Root = "/api/v1";
    private const string Bearer = "sleutel";

    private static readonly Dictionary<string, string> Problems = new()
    {
        ["400"] = "Het verzoek klopt niet; alle fouten staan erbij.",
        ["401"] = "Er is geen geldige sleutel meegestuurd.",
        ["403"] = "Deze sleutel of persoon mag dit niet.",
        ["404"] = "Dit bestaat niet, of u mag het niet zien.",
        ["409"] = "Iemand was u voor, of dit is al gedaan.",
        ["500"] = "Er ging iets mis bij ons; geef het kenmerk door aan de beheerder.",
    };

    /// <summary>Describes the API.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = address => address.RelativePath?.StartsWith(Root[1..], StringComparison.Ordinal) == true;
        var named = options.CreateSchemaReferenceId;
        options.CreateSchemaReferenceId = type => IsId(type.Type) ? null : named(type);
        options.AddSchemaTransformer(OwnFormats);
        options.AddOperationTransformer(ShapeOperationAsync);
        options.AddDocumentTransformer(ShapeDocumentAsync);
    }

    private static bool IsId(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type).GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>));

    private static Task OwnFormats(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var type = context.JsonTypeInfo.Type;
        var isMoment = (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset);
        if (IsId(type) || isMoment)
        {
            schema.Type = Nullable.GetUnderlyingType(type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = isMoment ? "date-time" : "uuid";
        }
        return Task.CompletedTask;
    }

    private static Task ShapeOperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
        var isOpen = endpoint.OfType<IAllowAnonymous>().Any();
        operation.Responses ??= [];
        operation.OperationId ??= NameOf(context.Description);
        // Query parameters are read whatever their case; they are written as the design rules ask.
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query) ?? [])
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        var takesInput = operation.Parameters is { Count: > 0 } || operation.RequestBody is not null;
        string[] expected =
        [
            .. takesInput || context.Description.HttpMethod is not "GET" ? ["400"] : Array.Empty<string>(),
            .. isOpen ? Array.Empty<string>() : ["401", "403"],
            "404",
            .. context.Description.HttpMethod is "GET" ? Array.Empty<string>() : ["409"],
            "500",
        ];
        foreach (var status in Problems.Keys)
            operation.Responses.Remove(status);
        foreach (var status in expected)
            operation.Responses[status] = new OpenApiResponseReference("Fout" + status, context.Document);
        foreach (var answer in operation.Responses.Values.OfType<OpenApiResponse>())
            (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())[ApiMiddleware.VersionHeader] = new OpenApiHeaderReference(
                ApiMiddleware.VersionHeader,
                context.Document
            );
        operation.Security = [];
        if (!isOpen)
            Protect(operation, endpoint.OfType<NeededScope>().FirstOrDefault(), context.Document!);
        return Task.CompletedTask;
    }

    // GET samenwerkingen/{id}/logboek is called get-samenwerkingen-id-logboek.
    private static string NameOf(ApiDescription address) =>
        string.Join(
            '-',
            (address.RelativePath ?? "")[(Root.Length - 1)..]
                .Split('/', '{', '}')
                .Where(part => part.Length > 0)
                .Select(part => part.Split(':')[0])
                .Prepend(address.HttpMethod!.ToLowerInvariant())
        );

    private static void Protect(OpenApiOperation operation, NeededScope? needed, OpenApiDocument document)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        if (needed is not null)
            operation.Description = $"{operation.Description} Vraagt een sleutel met bereik `{needed.Scope}`.".Trim();
    }

    private static async Task ShapeDocumentAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        var contact = context.ApplicationServices.GetRequiredService<Contact>();
        var web = context.ApplicationServices.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request;
        var here = web is null ? "" : $"{web.Scheme}://{web.Host}";
        document.Info = new OpenApiInfo
        {
            Title = "Meerlaags",
            Version = ApiMiddleware.Version,
            Description =
                "Wat u in een samenwerking met een scherm kunt, kan ook een programma: haar starten, ongezien schrijven, onthullen, één tekst maken en instemmen. Beheerders doen zo ook hun werk: mensen, uitnodigingen, rechtentoetsen, het logboek controleren, het register en de grenzen. "
                + "Maak een persoonlijke sleutel bij Mijn gegevens en stuur die mee als `Authorization: Bearer …`. "
                + "Stuur met een wijziging `Idempotency-Key` (een uuid) mee, dan telt opnieuw versturen maar één keer. Tijden zijn in UTC, dagen zonder tijd.",
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
            Contact = new OpenApiContact
            {
                Name = contact.Name,
                Email = contact.Email,
                Url = new Uri(here + contact.Page, UriKind.RelativeOrAbsolute),
            },
        };
        document.Servers = [new OpenApiServer { Url = here + Root, Description = "Deze installatie" }];
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
            paths.Add(path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path, item);
        document.Paths = paths;
        await AddComponentsAsync(document, context, stop);
    }

    private static async Task AddComponentsAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        var components = document.Components ??= new OpenApiComponents();
        (components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>())[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "Een persoonlijke sleutel met een bereik: read, write, facilitate, administer of bind.",
        };
        (components.Headers ??= new Dictionary<string, IOpenApiHeader>())[ApiMiddleware.VersionHeader] = new OpenApiHeader
        {
            Description = "De volledige versie van de API.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [JsonValue.Create(ApiMiddleware.Version)] },
        };
        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, stop);
        (components.Schemas ??= new Dictionary<string, IOpenApiSchema>())[nameof(ApiProblem)] = problem;
        components.Responses ??= new Dictionary<string, IOpenApiResponse>();
        foreach (var (status, description) in Problems)
            components.Responses["Fout" + status] = new OpenApiResponse
            {
                Description = description,
                Headers = new Dictionary<string, IOpenApiHeader>
                {
                    [ApiMiddleware.VersionHeader] = new OpenApiHeaderReference(ApiMiddleware.VersionHeader, document),
                },
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ApiProblem.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(ApiProblem), document) },
                },
            };
    }
}
