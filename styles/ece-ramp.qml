<?xml version="1.0" encoding="UTF-8"?>
<qgis version="3.22.0" styleCategories="Symbology|Notes">
  <userNotes value="&lt;p&gt;&lt;b&gt;Soil salinity ECe (dS/m), continuous&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Electrical conductivity of the saturation extract; the class boundaries have the colours of the classes that end there.&lt;/p&gt;"/>
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0" classificationMax="32">
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" maximumValue="32">
          <item value="0" color="#2c7bb6" alpha="255" label="0"/>
          <item value="2" color="#abd9e9" alpha="255" label="2"/>
          <item value="4" color="#ffffbf" alpha="255" label="4"/>
          <item value="8" color="#fdae61" alpha="255" label="8"/>
          <item value="16" color="#d7191c" alpha="255" label="16"/>
          <item value="32" color="#67000d" alpha="255" label="32 and more"/>
          <!-- A bar would show the ends alone; a list has every label of the legend. -->
          <rampLegendSettings useContinuousLegend="0"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
</qgis>
