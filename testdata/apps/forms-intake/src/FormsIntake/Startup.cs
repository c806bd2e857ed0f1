using FormsIntake;
using Microsoft.Azure.Functions.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

[assembly: FunctionsStartup(typeof(Startup))]

namespace FormsIntake
{
    public class Startup : FunctionsStartup
    {
        public override void Configure(IFunctionsHostBuilder builder)
        {
            var office = builder.GetContext().Configuration["Forms:Office"];
            builder.Services.AddSingleton<IFormStore>(_ => new FormStore(office ?? "nowhere"));
        }
    }
}
