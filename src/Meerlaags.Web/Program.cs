using Meerlaags.Web;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddMeerlaags();
var app = builder.Build();
await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
await LoadRegister.WhenEmptyAsync(app.Services, CancellationToken.None);
app.UseMeerlaags();
await app.RunAsync();
